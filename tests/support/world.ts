import { createHash } from 'node:crypto';
import { jweSealer } from '../../functions/_adapters/jwe-sealer.ts';
import { masterKeyWrapper } from '../../functions/_adapters/key-file-wrapper.ts';
import { derivationContext, tenantSecrets } from '../../functions/_adapters/tenant-secrets.ts';
import { tenantClock } from '../../functions/_kit/business-clock.ts';
import { servedAt } from '../../functions/_kit/contract.ts';
import { routeKeyOf } from '../../functions/_kit/http/route.ts';
import type { HttpResponse } from '../../functions/_kit/http/state.ts';
import type { Endpoint } from '../../functions/_kit/implement.ts';
import { lambda } from '../../functions/_kit/lambda.ts';
import { createLimiter } from '../../functions/_kit/limiter.ts';
import { makePorts } from '../../functions/_kit/make-ports.ts';
import type { LogLine, Platform, VerifiedToken } from '../../functions/_kit/platform.ts';
import type { Services } from '../../functions/_kit/services.ts';
import { auditTable } from '../../functions/_storage/audit-table.ts';
import type { TableClient } from '../../functions/_storage/client.ts';
import { clockTable } from '../../functions/_storage/clock-table.ts';
import { type Item, readRecord } from '../../functions/_storage/codec.ts';
import { PutCommand } from '../../functions/_storage/commands.ts';
import { deliveryTable } from '../../functions/_storage/delivery-table.ts';
import { dueTable } from '../../functions/_storage/due-table.ts';
import { keys, tableDefinition } from '../../functions/_storage/keys.ts';
import { tableStore } from '../../functions/_storage/table.ts';
import { createInProcessEngine } from '../../local/engine/engine.ts';
import { checkEvent } from './event-schemas.ts';
import { capabilityIn, held } from './held/held.ts';
import { memoryInbox } from './inboxes.ts';

const isRecord = ({ sk }: Item): boolean => String(sk).startsWith('OP#');

/** Bytes that look random and are the same in every run with the same seed. */
export const countedBytes = (seed = 'bytes') => {
  let count = 0;
  return (length: number): Uint8Array => {
    count += 1;
    const block = createHash('sha512').update(`${seed} ${count}`).digest();
    return block.subarray(0, length);
  };
};

const noService = (name: string) =>
  new Proxy({}, { get: () => () => Promise.reject(new Error(`The service ${name} is not part of this test.`)) });

/** Services that fail when touched; a test names those that it needs. */
export const servicesFor = (given: Partial<Services>): Services =>
  new Proxy(given, {
    get: (target, name) => Reflect.get(target, name) ?? noService(String(name)),
    ownKeys: () => [
      'provider',
      'tracking',
      'flights',
      'archive',
      'evidence',
      'signer',
      'offerKeys',
      'providerWebhooks',
      'inbox',
      'bus',
      'tokenSigner',
      'staffDirectory',
      'sandboxes',
      'reactions',
      'mailer',
      'webhookSender',
      'partnerBuses',
      'webhookRules',
    ],
    getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
  }) as Services;

export type WorldOptions = {
  readonly services?: Partial<Services>;
  /** Stands between the adapter and the engine, to lose replies or fail. */
  readonly through?: (client: TableClient) => TableClient;
  readonly startAt?: string;
  /** Tenants that are there from the beginning; two shops unless others are named. */
  readonly tenants?: readonly string[];
  /** Another engine than the in-process one. */
  readonly client?: TableClient;
  /** Tells worlds apart that share an engine: their secrets, ids and idempotency keys. */
  readonly seed?: string;
  /** Stands around the whole platform that the chain sees, to let any part of it fail. */
  readonly around?: (platform: Platform) => Platform;
  /** Whose calls they are unless a call says otherwise; the first shop's. */
  readonly home?: string;
  /** Multiplies the published limits. A world's clock stands still, so none is met unless a test says 1. */
  readonly limitTimes?: number;
  /** Milliseconds by which the engine ages the tokens of transactions; this machine's own unless given. */
  readonly engineNow?: () => number;
};

/**
 * A whole platform in memory: the real chain, adapter and domain over the in-process engine, with a clock that a test
 * moves.
 */
export const aWorld = async (endpoints: readonly Endpoint[], options: WorldOptions = {}) => {
  const engine = createInProcessEngine(tableDefinition, options.engineNow);
  engine.onCommit((changes) => {
    for (const { before, after } of changes) {
      if (before === undefined && after !== undefined && isRecord(after))
        readRecord(after).record.events.forEach(checkEvent);
    }
  });
  const bare = options.client ?? (engine.client as TableClient);
  const client = (options.through ?? ((same) => same))(bare);
  const random = countedBytes(options.seed);
  const wrapper = masterKeyWrapper(random(32), random);
  const time = { now: options.startAt ?? '2026-11-23T08:00:00.000Z' };
  const log: LogLine[] = [];
  const { files: inboxFiles, inbox } = memoryInbox();
  const tokens = new Map<string, VerifiedToken>();
  const store = tableStore(client);
  const clocks = clockTable(client);

  for (const tenant of options.tenants ?? ['shop-a', 'shop-b']) {
    const w = await wrapper.wrap(random(32), derivationContext(tenant));
    await bare.send(new PutCommand({ TableName: tableDefinition.tableName, Item: { ...keys.tenant(tenant), w } }));
    await bare.send(new PutCommand({ TableName: tableDefinition.tableName, Item: keys.tenants(tenant) }));
  }

  const platform: Platform = {
    ports: makePorts,
    clock: tenantClock(clocks, () => time.now),
    store,
    audit: auditTable(client),
    due: dueTable(client),
    clocks,
    deliveries: deliveryTable(client),
    services: servicesFor({ inbox, ...options.services }),
    tokens: { verify: async (token) => tokens.get(token) },
    limiter: createLimiter(options.limitTimes ?? 1_000),
    tenants: tenantSecrets(store({ read: 0, write: 0 }), wrapper, random),
    sealer: jweSealer(wrapper, random),
    random,
    wait: async () => {},
    log: (line) => void log.push(line),
    addressOf: ({ requestContext }) => requestContext?.http?.sourceIp,
    docsUrl: 'https://bindery.test/docs',
  };
  const handle = held(lambda(endpoints, (options.around ?? ((same) => same))(platform)), capabilityIn(endpoints));
  return {
    engine,
    inboxFiles,
    platform,
    time,
    log,
    tokens,
    ...caller(endpoints, handle, { tokens, seed: options.seed ?? 'test', home: options.home ?? 'shop-a' }),
  };
};

export type Asked = {
  readonly tenant?: string;
  readonly as?: Partial<VerifiedToken['actor']>;
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly key?: string | undefined;
  readonly headers?: Readonly<Record<string, string>>;
  /** The source address. */
  readonly from?: string;
};

export type Answer = {
  readonly status: number;
  readonly body: unknown;
  readonly text: string;
  readonly headers: HttpResponse['headers'];
};

const tokenFor = (
  tokens: Map<string, VerifiedToken>,
  { tenant, as = {} }: Asked & { readonly tenant: string },
  scopes: readonly string[],
): string => {
  const name = createHash('sha256')
    .update(JSON.stringify([tenant, as, scopes]))
    .digest('base64url');
  const token = `${name}.${name}.${name}`;
  tokens.set(token, { tenant, actor: { kind: 'partner', id: 'client-1', roles: [], scopes, ...as } });
  return token;
};

const caller = (
  endpoints: readonly Endpoint[],
  handle: ReturnType<typeof lambda>,
  { tokens, seed, home }: { readonly tokens: Map<string, VerifiedToken>; readonly seed: string; readonly home: string },
) => {
  let keyCount = 0;
  const allScopes = endpoints.flatMap(({ contract }) => (contract.scope === undefined ? [] : [contract.scope]));

  /** Calls an operation as a partner would, by its id; a new idempotency key unless one is given. */
  const raw = async (operation: string, asked: Asked = {}): Promise<HttpResponse> => {
    const endpoint = endpoints.find(({ contract }) => contract.id === operation);
    if (endpoint === undefined) throw new Error(`${operation} is not in this world.`);
    keyCount += 1;
    const { contract } = endpoint;
    const path = contract.path.replace(/\{(\w+)\}/g, (_all, name: string) => asked.params?.[name] ?? name);
    return handle({
      routeKey: routeKeyOf(contract),
      rawPath: servedAt({ ...contract, path }),
      headers: {
        'content-type': 'application/json',
        'idempotency-key': 'key' in asked ? asked.key : `${seed}-key-${keyCount}`,
        authorization: `Bearer ${tokenFor(tokens, { tenant: home, ...asked }, allScopes)}`,
        ...asked.headers,
      },
      pathParameters: asked.params,
      queryStringParameters: asked.query,
      ...(asked.from !== undefined && { requestContext: { http: { sourceIp: asked.from } } }),
      body:
        typeof asked.body === 'string' ? asked.body : asked.body === undefined ? undefined : JSON.stringify(asked.body),
    });
  };

  const call = async (operation: string, asked: Asked = {}): Promise<Answer> => {
    const response = await raw(operation, asked);
    return {
      status: response.statusCode,
      body: JSON.parse(response.body),
      text: response.body,
      headers: response.headers,
    };
  };
  return { call, raw };
};
