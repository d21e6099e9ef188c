import { isCommand, servedAt } from '../../functions/_kit/contract.ts';
import { routeKeyOf } from '../../functions/_kit/http/route.ts';
import type { HttpRequest, HttpResponse } from '../../functions/_kit/http/state.ts';
import type { Endpoint } from '../../functions/_kit/implement.ts';
import type { Ask, Json } from './generators/generator.ts';
import type { Tenant } from './platform.ts';
import type { Ending, Task } from './scheduler.ts';
import type { Simulation } from './simulation.ts';

export type Answer = {
  readonly status: number;
  readonly text: string;
  readonly body: Json;
  readonly attempt: number;
  readonly etag?: string;
};

/** One intent of a client: what it wants, under which key, and everything that it was ever answered. */
export type Command = {
  readonly n: number;
  readonly endpoint: Endpoint;
  readonly tenant: Tenant;
  readonly ask: Ask;
  readonly key: string;
  /** A field that was put into the body and is none of the contract's. */
  readonly injected?: string;
  /** The command whose key this one uses for another request. */
  readonly reuses?: number;
  readonly answers: Answer[];
  /** The first answer that is final. */
  final?: Answer;
  attempts: number;
  underWay: number;
};

/** Which item of a batch a record came from: each is a request of its own within one attempt. */
export const itemOf = (requestId: string): string => requestId.split('_')[1] ?? '';

/** An answer after which a client asks no more: not "not now", and not "somebody else kept winning". */
export const isFinal = ({ status, body }: Answer): boolean =>
  status < 500 &&
  body['code'] !== 'changed-meanwhile' &&
  body['code'] !== 'request-timeout' &&
  // A batch is sent again until nothing of it is open.
  !(Number(body['open']) > 0);
export const finalOf = ({ final }: Command): Answer | undefined => final;
export const changes = ({ endpoint }: Command): boolean =>
  endpoint.contract.writes.length > 0 || endpoint.contract.batch !== undefined;

/** Ids of requests tell which command and which attempt a record came from. */
export const requestIdOf = (n: number, attempt: number): string => `sim-${String(n).padStart(4, '0')}-${attempt}`;
export const commandOf = (requestId: string): number | undefined => {
  const [, n] = /^sim-(\d{4})-\d+(?:_\d+)?$/.exec(requestId) ?? [];
  return n === undefined ? undefined : Number(n);
};

/** The scopes of what is asked; a batch asks for what its items do. */
const scopesOf = ({ entries }: Simulation, { contract }: Endpoint): readonly string[] =>
  entries.endpoints
    .filter((one) => one.contract.id === contract.id || contract.batch?.includes(one.contract.id))
    .flatMap(({ contract: { scope, includes = {} } }) => [
      ...(scope === undefined ? [] : [scope]),
      ...Object.values(includes),
    ]);

const actorOf = (simulation: Simulation, { endpoint, ask }: Pick<Command, 'endpoint' | 'ask'>) => {
  const scopes = [...scopesOf(simulation, endpoint), ...(ask.scopes ?? [])];
  if (ask.as === undefined) return { kind: 'partner', id: 'client-1', roles: [], scopes } as const;
  return { kind: 'person', id: ask.as.id, roles: ask.as.roles, scopes } as const;
};

const tokenOf = (simulation: Simulation, command: Pick<Command, 'endpoint' | 'ask' | 'tenant'>): string => {
  const actor = actorOf(simulation, command);
  const name = Buffer.from(JSON.stringify([command.tenant, actor])).toString('base64url');
  const token = `${name}.a.b`;
  if (!simulation.tokens.has(token)) simulation.tokens.set(token, { tenant: command.tenant, actor });
  return token;
};

/** A command as its client sends it for the n-th time. */
export const requestOf = (
  simulation: Simulation,
  command: Pick<Command, 'endpoint' | 'ask' | 'key' | 'n' | 'tenant'>,
  attempt: number,
): HttpRequest => {
  const { endpoint, ask, key, n } = command;
  const { contract } = endpoint;
  const path = contract.path.replace(/\{(\w+)\}/g, (_all, name: string) => ask.params?.[name] ?? name);
  return {
    routeKey: routeKeyOf(contract),
    rawPath: servedAt({ ...contract, path }),
    headers: {
      'content-type': 'application/json',
      'x-request-id': requestIdOf(n, attempt),
      authorization: `Bearer ${tokenOf(simulation, command)}`,
      ...(isCommand(contract) && { 'idempotency-key': key }),
      ...ask.headers,
    },
    pathParameters: ask.params,
    queryStringParameters: ask.query,
    body: ask.body === undefined || typeof ask.body === 'string' ? ask.body : JSON.stringify(ask.body),
  };
};

/** Sends a command once more, as a task of its own; whatever is answered is kept, a crash answers nothing. */
export const attempt = async (
  simulation: Simulation,
  command: Command,
  skewMs: number,
  heard: (ending: Ending<HttpResponse>, attempt: number) => void,
): Promise<Task> => {
  command.attempts += 1;
  command.underWay += 1;
  const number = command.attempts;
  return simulation.scheduler.begin({
    name: `${command.endpoint.contract.id} of command ${command.n}, attempt ${number}`,
    skewMs,
    silent: true,
    work: () => simulation.handle(requestOf(simulation, command, number)),
    ended: (ending) => {
      command.underWay -= 1;
      if (ending.how === 'done') {
        const { statusCode: status, body: text, headers } = ending.value;
        const { etag } = headers;
        const body = JSON.parse(text);
        const answer = { status, text, body, attempt: number, ...(etag !== undefined && { etag }) };
        command.answers.push(answer);
        if (command.final === undefined && isFinal(answer)) command.final = answer;
      }
      heard(ending, number);
    },
  });
};
