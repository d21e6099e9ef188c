import { isCommand } from '../../../functions/_kit/contract.ts';
import type { HttpRequest, HttpResponse } from '../../../functions/_kit/http/state.ts';
import type { Endpoint } from '../../../functions/_kit/implement.ts';
import { lambda } from '../../../functions/_kit/lambda.ts';
import { createLimiter } from '../../../functions/_kit/limiter.ts';
import type { Platform } from '../../../functions/_kit/platform.ts';
import type { Actor } from '../../../functions/_kit/record.ts';
import { readRecord } from '../../../functions/_storage/codec.ts';
import { isRecordKey } from '../../../functions/_storage/keys.ts';
import { type Entries, loadEntries } from '../../../local/entries.ts';
import { held } from '../../support/held/held.ts';
import { requestOf } from '../client.ts';
import { scenarios } from '../crash-points/scenarios.ts';
import { createStage, homeOf, type Stage } from '../crash-points/stage.ts';
import { plain } from '../crypto.ts';
import type { Ask } from '../generators/generator.ts';
import type { Tenant } from '../platform.ts';
import type { Simulation } from '../simulation.ts';

export const entries: Entries = await loadEntries();

/** What is different about a request that is sent once more; all else is as it was. */
export type Change = {
  readonly key?: string;
  readonly ask?: Ask;
  /** The body as it goes over the wire. */
  readonly text?: string;
  readonly tenant?: Tenant;
  /** Another credential than that of the first time. */
  readonly actor?: Actor;
  readonly headers?: Readonly<Record<string, string>>;
};

/** Every operation that takes an idempotency key, derived from the contracts. */
export const commands = entries.endpoints
  .filter(({ contract }) => isCommand(contract))
  .map(({ contract }) => contract.id);

export const endpointOf = (id: string): Endpoint => {
  const found = entries.endpoints.find(({ contract }) => contract.id === id);
  if (found === undefined) throw new Error(`There is no operation ${id}.`);
  return found;
};

/** A secret is shown again to its own credential alone, so keys of such operations are each credential's own. */
export const showsSecret = ({ secretAnswer }: Endpoint['contract']): boolean => secretAnswer === true;

/** The key of every first request, and one that nothing was asked under; random UUIDs, which every operation takes. */
export const theKey = '0b1f9a52-6f0e-4c52-9a57-0d3c3c2f8a11';
export const anotherKey = '7c1d2f0e-3b5a-4e7c-8f21-5a9b6d4e3c20';

/** The same token for the same tenant and actor, and never one of the first time. */
const tokenFor = ({ tokens }: Simulation, tenant: Tenant, actor: Actor): string => {
  const token = `${Buffer.from(JSON.stringify([tenant, actor, 'rotated'])).toString('base64url')}.c.d`;
  tokens.set(token, { tenant, actor });
  return token;
};

/** Sends requests of one operation, one after the other or at once, through the whole chain. */
const senderOf = ({ simulation, home, runOut }: Stage, id: string, first: Ask, other: Partial<Platform>) => {
  const endpoint = endpointOf(id);
  // Limits have tests of their own; here the clock stands still, and a client is in a hurry.
  const platform = { ...simulation.platform, limiter: createLimiter(1_000), ...other };
  const handle = held(lambda(entries.endpoints, platform));
  let attempts = 0;
  const requestFor = (change: Change): HttpRequest => {
    attempts += 1;
    const { key = theKey, ask = first, tenant = home, actor, headers, text } = change;
    const request = requestOf(simulation, { endpoint, ask, key, tenant, n: 9_000 }, attempts);
    const bearer = actor && { authorization: `Bearer ${tokenFor(simulation, tenant, actor)}` };
    return { ...request, headers: { ...request.headers, ...bearer, ...headers }, body: text ?? request.body };
  };
  const atOnce = async (many: number, change: Change = {}): Promise<readonly HttpResponse[]> => {
    const answers: HttpResponse[] = [];
    for (let at = 0; at < many; at += 1) {
      const request = requestFor(change);
      await simulation.scheduler.begin({
        name: `${id}, ${at}`,
        silent: true,
        work: () => handle(request),
        ended: (ending) => {
          if (ending.how !== 'done') throw new Error(`${id} ended without an answer: ${ending.how}`);
          answers.push(ending.value);
        },
      });
    }
    await runOut();
    return answers;
  };
  const send = async (change: Change = {}): Promise<HttpResponse> => {
    const [answer] = await atOnce(1, change);
    if (answer === undefined) throw new Error(`${id} was not answered.`);
    return answer;
  };
  return { send, atOnce };
};

const tableOf = ({ engine }: Simulation) => {
  const records = () =>
    engine.items().flatMap((item) => (isRecordKey(item as never) ? [readRecord(item, plain).record] : []));
  return {
    /** Every item to the byte: two equal ones say that nothing was written between them. */
    all: (tenant?: Tenant): string =>
      JSON.stringify(engine.items().filter(({ pk }) => tenant === undefined || String(pk).startsWith(`T#${tenant}#`))),
    /** The keys of all items: two equal ones say that the same things exist. */
    keys: (): readonly string[] =>
      engine
        .items()
        .map(({ pk, sk }) => `${pk} ${sk}`)
        .toSorted(),
    /** Everything that ever happened: domain events, and money that was booked. */
    effects: (): readonly string[] =>
      records().flatMap(({ id, events, postings }) => [
        ...events.map(({ type }) => `${id} ${type}`),
        ...postings.filter(({ amount }) => amount !== 0).map((posting) => `${id} ${JSON.stringify(posting)}`),
      ]),
  };
};

/** One operation of one client on a stage where everything went well before, ready to be sent. */
export const trialOf = (stage: Stage, id: string, ask: Ask, other: Partial<Platform> = {}) => ({
  ...{ id, stage, ask, contract: endpointOf(id).contract },
  ...senderOf(stage, id, ask, other),
  table: tableOf(stage.simulation),
});
export type Trial = ReturnType<typeof trialOf>;

type Faults = Parameters<typeof createStage>[1];

export const newStage = (id: string, faults: Faults = new Map()): Promise<Stage> =>
  createStage(entries, faults, homeOf(id));

/** The operation as its scenario prepares it: the same preparations, and the same faults, as for the crash points. */
export const prepared = async (id: string, faults?: Faults): Promise<Trial> => {
  const scenario = scenarios[id];
  if (scenario === undefined) throw new Error(`Give ${id} a line in tests/simulation/crash-points/scenarios.ts.`);
  const stage = await newStage(id, faults);
  const target = await scenario(stage);
  if (target.kind !== 'command') throw new Error(`${id} is no command.`);
  return trialOf(stage, id, target.command.ask);
};

/** What a client can compare: status, type, body and version. */
export const bytesOf = ({ statusCode, body, headers }: HttpResponse) => ({
  ...{ statusCode, body, contentType: headers['content-type'], etag: headers['etag'] },
});
export const isReplay = ({ headers }: HttpResponse): boolean => headers['idempotent-replayed'] === 'true';
export const codeOf = ({ body }: HttpResponse): unknown => JSON.parse(body).code;

/** The same ids with other characters: objects that nobody has. */
export const nobody = (params: Ask['params'] = {}): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(params).map(([name, id]) => [name, id.replace(/(?<=_).{26}/, '0'.repeat(26))]));
