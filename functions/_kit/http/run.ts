import type { Refusal } from '../../../domain/shared/decision.ts';
import type { RefusalEntry } from '../../../domain/shared/refusal.ts';
import { type EndpointContract, isCommand, takesIfMatch } from '../contract.ts';
import type { Endpoint } from '../implement.ts';
import type { PortsContext } from '../make-ports.ts';
import { type Call, isCommitted } from '../ports.ts';
import { problemOf, type Refused, refused, rememberedKinds, sentenceIn, statusOf } from '../problem.ts';
import { kitRefusals } from '../refusals.ts';
import { isSignal } from '../signals.ts';
import { entityTags } from './entity-tags.ts';
import { bodyTextOf } from './parse.ts';
import { type Running, replyOf, shown, toResponse } from './reply.ts';
import type { CallState, HttpResponse } from './state.ts';

const attemptsMax = 5;
const jitterMsMax = 40;

/** Open entries have no tenant's secret; one that makes a tenant makes it that secret. */
const needsTenant = ({ contract }: Endpoint): boolean =>
  contract.caller !== 'anyone' && contract.reads.length + contract.writes.length + (contract.lists?.length ?? 0) > 0;

const contextOf = async ({ call, endpoint, event }: Running): Promise<PortsContext> => {
  const { platform, tenant = '', actor } = call;
  if (actor === undefined) throw new Error('A request runs after it is authenticated.');
  const { founds } = endpoint.contract;
  const founding = founds && (await founds(platform.tenants, tenant));
  const derivation =
    founding?.derivation ?? (needsTenant(endpoint) ? await platform.tenants.derivation(tenant) : new Uint8Array());
  if (derivation === undefined) throw refused({ code: 'unauthenticated', entry: kitRefusals.unauthenticated });
  const text = event.headers['idempotency-key'];
  return {
    platform,
    meter: call.meter,
    contract: endpoint.contract,
    command: {
      tenant,
      operation: endpoint.contract.id,
      actor,
      requestId: call.requestId,
      callId: call.callId,
      from: event.requestContext?.http?.sourceIp,
      now: await platform.clock.business(tenant, call.meter),
      wall: call.wall,
      founding: founding?.wrapped,
      object: endpoint.contract.object,
      ifMatch: takesIfMatch(endpoint.contract) ? entityTags(event.headers['if-match']) : undefined,
    },
    derivation,
    key:
      text !== undefined && isCommand(endpoint.contract)
        ? { text, asked: { path: event.rawPath, body: call.parsed ?? null } }
        : undefined,
    replyOf: (body) => replyOf(endpoint, body),
  };
};

const entryOf = ({ id, refusals }: Endpoint['contract'], code: string): RefusalEntry => {
  const entry = refusals[code];
  if (entry === undefined) throw new Error(`${id} refuses with ${code}, which its contract does not declare.`);
  return entry;
};

/**
 * Faults of answers to a product's own form are told by the domain, and listed like those of any other field. An item
 * that is refused says the title of its refusal, in the caller's language.
 */
const refusalOf = ({ call, endpoint }: Running, { code, facts, problems }: Refusal): Refused => {
  const { contract } = endpoint;
  const errors = problems?.slice(0, 50).map((one) => ({
    ...one,
    detail: one.detail ?? sentenceIn(entryOf(contract, one.code), call.language),
  }));
  return { code, entry: entryOf(contract, code), facts, ...(errors && { errors }) };
};

const remember = async ({ call }: Running, context: PortsContext, refusal: Refused): Promise<void> => {
  if (context.key === undefined || !rememberedKinds.has(refusal.entry.kind)) return;
  const { body } = problemOf(refusal, { ...call, docsUrl: call.platform.docsUrl });
  const answer = { status: statusOf(refusal.entry), body, contentType: 'application/problem+json' };
  await call.platform.ports(context).rememberRefusal(answer);
};

const attempt = async (running: Running, context: PortsContext): Promise<HttpResponse> => {
  const { call, endpoint, event } = running;
  const { command } = context;
  const ports = call.platform.ports(context);
  const decision = await endpoint.handle({
    tenant: command.tenant,
    actor: command.actor,
    ...call.input,
    raw: { body: endpoint.contract.rawBody === true ? bodyTextOf(event) : '', headers: event.headers },
    now: command.now,
    wall: command.wall,
    requestId: call.requestId,
    ports,
  } as unknown as Call<EndpointContract>);
  if (!decision.ok) {
    const refusal = refusalOf(running, decision);
    await remember(running, context, refusal);
    throw refused(refusal);
  }
  const { value } = decision;
  return isCommitted(value) ? toResponse(value.committed) : shown(running, value, ports.etag());
};

const waitWithJitter = async ({ platform }: CallState, attempts: number): Promise<void> => {
  const [byte = 0] = platform.random(1);
  await platform.wait((jitterMsMax * 2 ** attempts * byte) / 255);
};

/** What a command's own end means to the caller; what is left is tried again. */
const ended = ({ call }: Running, thrown: unknown): HttpResponse | undefined => {
  if (!isSignal(thrown)) throw thrown;
  switch (thrown.signal) {
    case 'answered':
      call.replayed = thrown.answer.callId !== call.callId;
      return toResponse(thrown.answer);
    case 'key-reused':
      throw refused({ code: 'idempotency-key-reused', entry: kitRefusals['idempotency-key-reused'] });
    case 'version-differs':
      throw refused({ code: 'version-differs', entry: kitRefusals['version-differs'], facts: { etag: thrown.etag } });
    case 'raced':
    case 'unavailable':
      return undefined;
  }
};

/**
 * Runs the handler: load, decide, write, and again when another command won or a reply was lost, up to five times.
 * What the key holds is the truth at every turn, so an outcome is never guessed.
 */
export const run = async (running: Running): Promise<HttpResponse> => {
  let context = await contextOf(running);
  let last: { readonly signal?: string; readonly cause?: unknown } = { signal: 'raced' };
  for (let attempts = 0; attempts < attemptsMax; attempts += 1) {
    try {
      return await attempt(running, context);
    } catch (thrown) {
      const response = ended(running, thrown);
      if (response !== undefined) return response;
      last = thrown as typeof last;
      await waitWithJitter(running.call, attempts);
      // Time has gone on, and whoever lost the race to make a tenant goes on with the winner's secret.
      context = await contextOf(running);
    }
  }
  const code = last.signal === 'raced' ? 'changed-meanwhile' : 'temporarily-unavailable';
  throw refused({ code, entry: kitRefusals[code] }, last.cause);
};
