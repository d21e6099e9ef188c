import type { Refusal } from '../../../domain/shared/decision.ts';
import type { EndpointContract } from '../contract.ts';
import { isCommand } from '../contract.ts';
import type { Endpoint } from '../implement.ts';
import type { PortsContext } from '../make-ports.ts';
import type { Platform } from '../platform.ts';
import { type Call, isCommitted } from '../ports.ts';
import { problemOf, type Refused, refused, statusOf } from '../problem.ts';
import { kitRefusals } from '../refusals.ts';
import type { Reply } from '../session.ts';
import { isSignal } from '../signals.ts';
import { bodyTextOf } from './parse.ts';
import type { CallState, HttpRequest, HttpResponse } from './state.ts';

const attemptsMax = 5;
const jitterMsMax = 40;

type Running = { readonly call: CallState; readonly endpoint: Endpoint; readonly event: HttpRequest };

const replyOf = ({ contract }: Endpoint, body: unknown): Reply => ({
  status: contract.success,
  // The schema is strict: an undeclared field is a bug here, before anything is written or shown.
  body: JSON.stringify(contract.response.parse(body)),
  contentType: 'application/json',
});

const toResponse = (reply: Reply): HttpResponse => ({
  statusCode: reply.status,
  headers: { 'content-type': reply.contentType },
  body: reply.body,
});

/** Open entries have no tenant's secret; one that makes a tenant makes it that secret. */
const needsTenant = ({ contract }: Endpoint): boolean =>
  contract.caller !== 'anyone' && contract.reads.length + contract.writes.length + (contract.lists?.length ?? 0) > 0;

/** The secret of the tenant that a command makes: the one that stands, or a new one that stands if it commits. */
const foundingOf = async ({ platform, tenant = '' }: CallState): ReturnType<Platform['tenants']['newSecret']> => {
  const derivation = await platform.tenants.derivation(tenant);
  return derivation === undefined ? platform.tenants.newSecret(tenant) : { derivation };
};

const contextOf = async ({ call, endpoint, event }: Running): Promise<PortsContext> => {
  const { platform, tenant = '', actor } = call;
  if (actor === undefined) throw new Error('A request runs after it is authenticated.');
  const founding = endpoint.contract.founds === true ? await foundingOf(call) : undefined;
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
      now: await platform.clock.business(tenant),
      wall: call.wall,
      founding: founding?.wrapped,
    },
    derivation,
    key:
      text !== undefined && isCommand(endpoint.contract)
        ? { text, asked: { path: event.rawPath, body: call.parsed ?? null } }
        : undefined,
    replyOf: (body) => replyOf(endpoint, body),
  };
};

const refusalOf = ({ contract }: Endpoint, { code, facts, problems }: Refusal): Refused => {
  const entry = contract.refusals[code];
  if (entry === undefined) throw new Error(`${contract.id} refuses with ${code}, which its contract does not declare.`);
  // Answers to a product's own form are checked by the domain; their faults are listed like those of any other field.
  return { code, entry, facts, ...(problems !== undefined && { errors: problems.slice(0, 50) }) };
};

/** A business refusal is remembered under its key; not-found and forbidden burn nothing (design §4). */
const rememberedKinds: ReadonlySet<string> = new Set([
  'conflict',
  'invalid-state',
  'not-eligible',
  'gone',
  'limit-exceeded',
]);

const remember = async ({ call }: Running, context: PortsContext, refusal: Refused): Promise<void> => {
  if (context.key === undefined || !rememberedKinds.has(refusal.entry.kind)) return;
  const { docsUrl } = call.platform;
  const { body } = problemOf(refusal, { docsUrl, requestId: call.requestId, language: call.language });
  const answer = { status: statusOf(refusal.entry), body, contentType: 'application/problem+json' };
  await call.platform.ports(context).rememberRefusal(answer);
};

const attempt = async (running: Running, context: PortsContext): Promise<HttpResponse> => {
  const { call, endpoint, event } = running;
  const { command } = context;
  const decision = await endpoint.handle({
    tenant: command.tenant,
    actor: command.actor,
    ...call.input,
    raw: { body: endpoint.contract.rawBody === true ? bodyTextOf(event) : '', headers: event.headers },
    now: command.now,
    wall: command.wall,
    requestId: call.requestId,
    ports: call.platform.ports(context),
  } as unknown as Call<EndpointContract>);
  if (!decision.ok) {
    const refusal = refusalOf(endpoint, decision);
    await remember(running, context, refusal);
    throw refused(refusal);
  }
  return toResponse(isCommitted(decision.value) ? decision.value.committed : replyOf(endpoint, decision.value));
};

/** Waits a moment before another attempt; whoever lost the race to make a tenant goes on with the winner's secret. */
const contextAgain = async (running: Running, context: PortsContext, attempts: number): Promise<PortsContext> => {
  await waitWithJitter(running.call, attempts);
  return running.endpoint.contract.founds === true ? contextOf(running) : context;
};

const waitWithJitter = async ({ platform }: CallState, attempts: number): Promise<void> => {
  const [byte = 0] = platform.random(1);
  await platform.wait((jitterMsMax * 2 ** attempts * byte) / 255);
};

/**
 * Runs the handler: load, decide, write, and again when another command won or a reply was lost, up to five times.
 * What the key holds is the truth at every turn, so an outcome is never guessed.
 */
export const run = async (running: Running): Promise<HttpResponse> => {
  let context = await contextOf(running);
  let last: { readonly signal: string; readonly cause?: unknown } = { signal: 'raced' };
  for (let attempts = 0; attempts < attemptsMax; attempts += 1) {
    try {
      return await attempt(running, context);
    } catch (thrown) {
      if (!isSignal(thrown)) throw thrown;
      if (thrown.signal === 'key-reused')
        throw refused({ code: 'idempotency-key-reused', entry: kitRefusals['idempotency-key-reused'] });
      if (thrown.signal === 'answered') {
        running.call.replayed = thrown.answer.callId !== running.call.callId;
        return toResponse(thrown.answer);
      }
      last = thrown;
      context = await contextAgain(running, context, attempts);
    }
  }
  const code = last.signal === 'raced' ? 'changed-meanwhile' : 'temporarily-unavailable';
  throw refused({ code, entry: kitRefusals[code] }, last.cause);
};
