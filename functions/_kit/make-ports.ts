import { accept } from '../../domain/shared/decision.ts';
import type { Delivery } from '../../domain/webhooks/schema.ts';
import { answerSeal } from './answer-seal.ts';
import type { Instant } from './clock.ts';
import type { EndpointContract, Footprint } from './contract.ts';
import { base64url, deriveId, hmac, keyedHash } from './crypto.ts';
import { listsOf } from './list-ports.ts';
import { guardedServices } from './outside.ts';
import type { Meter, Platform } from './platform.ts';
import { objectionToPreview, type Previewed, signPreview } from './preview.ts';
import { canonicalJson } from './record.ts';
import { servicesOf } from './sandbox-services.ts';
import { secretBox } from './secret-box.ts';
import { type Command, type CommitExtra, openSession, type Reply, settle } from './session.ts';
import { raise } from './signals.ts';
import type { RootRef, Store, StoredDelivery } from './store.ts';
import type { After, Outcomes, Wanted } from './unit.ts';

/** What a call's ports are made from. `derivation` is empty for entries that touch nothing of a tenant's. */
export type PortsContext = {
  readonly platform: Platform;
  readonly meter: Meter;
  readonly contract: Footprint &
    Pick<EndpointContract, 'previews' | 'secretAnswer' | 'replays'> & { readonly id: string };
  readonly command: Omit<Command, 'key'>;
  readonly derivation: Uint8Array;
  /** The idempotency key as given, and everything that was asked under it. */
  readonly key: { readonly text: string; readonly asked: unknown } | undefined;
  readonly replyOf: (body: unknown) => Reply;
};

/**
 * Where an answer is kept: scope is tenant, operation and key, and for staff also the person (design §4). An answer
 * that shows a secret is shown again only to the credential that asked for it, for another may have fewer rights.
 */
const scopeOf = ({ contract, command }: KeyContext, text: string): readonly string[] => [
  contract.id,
  contract.secretAnswer === true || command.actor.kind === 'person' ? command.actor.id : '',
  text,
];
type KeyContext = Pick<PortsContext, 'contract' | 'derivation' | 'platform'> & {
  readonly command: Pick<Command, 'actor'>;
};

const provider = { kind: 'provider', id: 'provider', roles: [], scopes: [] } as const;

/** A replay acts under the keys of what it replays, as that provider, and answers in its form (decision 0011). */
const replayed = (context: PortsContext): { readonly keys: KeyContext; readonly replyOf: PortsContext['replyOf'] } => {
  const { replays } = context.contract;
  if (replays === undefined) return { keys: context, replyOf: context.replyOf };
  const { id, response, success } = replays;
  return {
    keys: { ...context, contract: { ...context.contract, id }, command: { actor: provider } },
    replyOf: (body) => ({
      status: success,
      body: JSON.stringify(response.parse(body)),
      contentType: 'application/json',
    }),
  };
};

const answerKeyOf = (context: KeyContext, text: string): string =>
  keyedHash(16, context.derivation, 'answer', ...scopeOf(context, text));

/** Keyed hash of what was asked, as canonical JSON: the same key with anything else is refused. */
const keyOf = (context: KeyContext, key: NonNullable<PortsContext['key']>): NonNullable<Command['key']> => ({
  answerKey: answerKeyOf(context, key.text),
  fingerprint: keyedHash(16, context.derivation, 'asked', canonicalJson(key.asked)),
  ...(context.contract.secretAnswer === true && {
    seal: answerSeal(context.derivation, scopeOf(context, key.text), context.platform.random),
  }),
});

const previewsOf = ({ contract, command, derivation }: PortsContext, seen: () => Previewed['object']) => ({
  preview: (body: unknown, shown: unknown) => {
    const previewed = { operation: contract.previews ?? '', object: seen(), body, shown };
    return signPreview(derivation, previewed, command.wall);
  },
  objectionTo: (token: string, body: unknown, shown: unknown) =>
    objectionToPreview(derivation, token, { operation: contract.id, object: seen(), body, shown }, command.wall),
});

const unitOf = (context: PortsContext, store: Store, key: Command['key']) => {
  const session = openSession(store, { ...context.command, key });
  return {
    load: (wanted: Wanted, holds?: readonly string[]) => session.load(wanted, holds),
    ...previewsOf(context, session.seen),
    etag: session.etag,
    commit: async <O extends Outcomes>(outcomes: O, answer: (after: After<O>) => unknown, extra?: CommitExtra) =>
      accept({ committed: await session.commit(outcomes, (after) => context.replyOf(answer(after)), extra) }),
  };
};

const deliveriesOf = ({ platform, meter, command: { tenant } }: PortsContext) => ({
  deliveries: {
    find: (ids: readonly string[]) => platform.deliveries(meter).find(tenant, ids),
    put: (delivery: Delivery, before?: StoredDelivery, answers?: Instant) =>
      platform.deliveries(meter).put(tenant, delivery, before, answers),
    answered: (id: string, at: Instant, before: StoredDelivery | undefined) =>
      platform.deliveries(meter).answered({ tenant, id, at }, before),
    record: async (ref: RootRef & { readonly seq: number }) => {
      const [stored] = await platform.audit(meter).records([{ ...ref, tenant }]);
      if (stored === 'unreadable') throw new Error(`The record ${ref.id}.${ref.seq} cannot be read.`);
      return stored;
    },
    wall: () => platform.clock.wall(),
  },
});

/** What a chain asks of made ports beyond handing them on. */
export type MadePorts = {
  readonly rememberRefusal: (answer: Reply) => Promise<void>;
  /** The version of the endpoint's object, as it was loaded. */
  readonly etag: () => string | undefined;
};

const boxOf = ({ derivation, platform }: PortsContext, name: string) =>
  secretBox(hmac(derivation, 'concealed', name), platform.random);

/** Builds the full set of ports; the types of `PortsOf` narrow them to what a contract declares. */
export const makePorts = (context: PortsContext) => {
  const { platform, command, contract, derivation } = context;
  const store = platform.store(context.meter);
  const keyText = context.key?.text ?? command.requestId;
  const vaultContext = (customerId: string): string => `${command.tenant} ${customerId}`;
  return {
    ...unitOf(context, store, context.key === undefined ? undefined : keyOf(context, context.key)),
    rememberRefusal: async (answer: Reply): Promise<void> => {
      if (context.key === undefined) return;
      const key = keyOf(context, context.key);
      const stored = { ...answer, fingerprint: key.fingerprint, callId: command.callId };
      const result = await store.remember(command.tenant, key.answerKey, stored);
      if (result.status === 'answered') settle({ key }, result.answer);
      // Not kept is not remembered: another attempt of the same command could be refused with other facts.
      else if (result.status !== 'committed') raise({ signal: result.status });
    },
    under: (step: string) => {
      const { keys, replyOf } = replayed(context);
      const { text = '', asked = null } = contract.replays === undefined ? (context.key ?? {}) : {};
      return unitOf({ ...context, replyOf }, store, keyOf(keys, { text: `${text} ${step}`, asked }));
    },
    newId: (prefix: string): string => deriveId(prefix, derivation, ...scopeOf(context, keyText)),
    idFrom: (prefix: string, ...parts: readonly string[]): string => deriveId(prefix, derivation, ...parts),
    keyed: (name: string, value: string): string => keyedHash(16, derivation, 'keyed', name, value),
    conceal: (name: string, text: string): string => boxOf(context, name).close(text),
    reveal: (name: string, sealed: string): string => boxOf(context, name).open(sealed),
    newKey: (customerId: string) => platform.sealer.newKey(vaultContext(customerId)),
    seal: (wrappedKey: string, customerId: string, value: unknown) =>
      platform.sealer.seal(wrappedKey, vaultContext(customerId), JSON.stringify(value)),
    open: async (wrappedKey: string, customerId: string, jwe: string): Promise<unknown> =>
      JSON.parse(await platform.sealer.open(wrappedKey, vaultContext(customerId), jwe)),
    newTenant: async (tenant: string) => {
      const { wrapped } = await platform.tenants.newSecret(tenant);
      if (wrapped === undefined) throw new Error(`The secret of ${tenant} was not wrapped.`);
      return { tenant, wrapped };
    },
    newSecret: (): string => `bds_${base64url(hmac(derivation, 'secret', ...scopeOf(context, keyText)))}`,
    webhookSecret: (secretId: string): string =>
      `whsec_${Buffer.from(hmac(derivation, 'webhook secret', secretId)).toString('base64')}`,
    random: platform.random,
    ...deliveriesOf(context),
    ...listsOf(context, store),
    ...guardedServices(servicesOf(platform.services, command.tenant)),
  };
};
