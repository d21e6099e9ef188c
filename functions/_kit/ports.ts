import type * as z from 'zod';
import type { FeedEnd } from '../../domain/audit/feed-entry.ts';
import type { Accepted, Decision, Outcome } from '../../domain/shared/decision.ts';
import type { Delivery } from '../../domain/webhooks/schema.ts';
import type { AnyEvent, Queues, ReadableStates, RootEvents, RootKind } from './aggregates.ts';
import type { Instant } from './clock.ts';
import type { EndpointContract, Footprint } from './contract.ts';
import type { CursorPage } from './cursor.ts';
import type { InboxFilter } from './inbound/list-entries.ts';
import type { InboxEntryView } from './inbound/schema.ts';
import type { ListQuery } from './list-filter.ts';
import type { previewRefusals } from './preview.ts';
import type { Actor } from './record.ts';
import type { Services } from './services.ts';
import type { CommitExtra, Reply } from './session.ts';
import type {
  AuditedHead,
  CheckpointMark,
  FeedEntry,
  RecordRef,
  RootRef,
  StoredDelivery,
  StoredRecord,
} from './store.ts';
import type { After, Loaded } from './unit.ts';

/** What `commit` gives back: the answer that is already stored beside the effect. */
export type Committed = { readonly committed: Reply };

type WantedBy<C extends Footprint> = { readonly [K in C['reads'][number]]?: string | readonly string[] };
type OutcomeOf<C extends Footprint, K extends RootKind> = Outcome<Extract<RootEvents[K], { type: C['emits'][number] }>>;
type OutcomesOf<C extends Footprint> = {
  readonly [K in C['writes'][number]]?: OutcomeOf<C, K> | readonly OutcomeOf<C, K>[];
};
/** The response before it is checked and stripped of nothing: the schema is strict. */
export type ResponseOf<C> = C extends { readonly response: infer R extends z.ZodType }
  ? Unchanging<z.input<R>>
  : undefined;

/** The same, where what is answered may come out of a state that nobody may change. */
type Unchanging<T> = T extends readonly (infer E)[]
  ? readonly Unchanging<E>[]
  : T extends object
    ? { readonly [K in keyof T]: Unchanging<T[K]> }
    : T;

type AnyOutcomes = { readonly [K in RootKind]?: Outcome<AnyEvent> | readonly Outcome<AnyEvent>[] };

/** One unit of work: what is loaded at once, and written at once. */
export type Unit<C extends Footprint> = {
  /** Loads what the contract reads, and who holds the given unique keys, in one consistent read. */
  load<W extends WantedBy<C>>(wanted: W, holds?: readonly string[]): Promise<Loaded<W>>;
  /** Writes states, records and answer in one transaction, or ends the command with the answer that its key has. */
  commit<O extends OutcomesOf<C>>(
    outcomes: O,
    answer: (after: After<O & AnyOutcomes>) => ResponseOf<C>,
    extra?: CommitExtra,
  ): Promise<Accepted<Committed>>;
};

type Listable = RootKind | 'claim';
type ByKind = {
  /** Newest first. */
  list<K extends Listable>(
    kind: K,
    query: ListQuery,
  ): Promise<{ items: readonly ReadableStates[K][]; next: string | undefined }>;
  /** The same, oldest first. */
  oldest<K extends Listable>(
    kind: K,
    query: ListQuery,
  ): Promise<{ items: readonly ReadableStates[K][]; next: string | undefined }>;
};
type Lists = {
  byKind: ByKind;
  /** Lets a list be narrowed to one customer, or to one reference, by paths of their own. */
  byCustomer: ByKind;
  byReference: ByKind;
  queue: {
    queue<N extends keyof Queues>(
      name: N,
      query: ListQuery,
    ): Promise<{ items: readonly Queues[N][]; next: string | undefined }>;
  };
  history: {
    history(root: RootRef, page: CursorPage): Promise<{ items: readonly StoredRecord[]; next: string | undefined }>;
  };
  /** How far an aggregate has been audited; sequence 0 where it has not. */
  head: { auditedHead(root: RootRef): Promise<AuditedHead> };
  /** How far the signed checkpoints have come. */
  checkpoint: { checkpointMark(): Promise<CheckpointMark | undefined> };
  /** A page of the inbox, the newest first. */
  inbox: {
    inboxEntries(
      query: CursorPage & InboxFilter,
    ): Promise<{ items: readonly InboxEntryView[]; next: string | undefined }>;
  };
  /** In which generation the tenant's sandbox lives. */
  generation: { generation(): Promise<number> };
  /** What was revoked of late, of all tenants. */
  revoked: { revokedSince(instant: Instant): Promise<readonly string[]> };
  /** The records of the feed, in its order; `next` stands on every page. */
  events: { events(page: CursorPage): Promise<{ items: readonly StoredRecord[]; next: string }> };
  /** The log of deliveries, to be shown. */
  deliveries: {
    listDeliveries(
      endpointId: string,
      query: CursorPage & { readonly status?: string | undefined },
    ): Promise<{ items: readonly Delivery[]; next: string | undefined }>;
    findDelivery(id: string): Promise<Delivery | undefined>;
  };
  feed: { feed(after: number, limit: number): Promise<readonly FeedEntry[]>; feedEnd(): Promise<FeedEnd> };
};
type ListPorts<C extends Footprint> = C extends { readonly lists: readonly (infer L extends keyof Lists)[] }
  ? UnionToIntersection<Lists[L]>
  : unknown;
type UnionToIntersection<U> = (U extends unknown ? (one: U) => void : never) extends (all: infer I) => void ? I : never;

type Internals = {
  /** The log of deliveries, to be written. */
  deliveries: {
    readonly deliveries: {
      find(ids: readonly string[]): Promise<readonly (StoredDelivery | undefined)[]>;
      put(delivery: Delivery, before?: StoredDelivery, answers?: Instant): Promise<boolean>;
      answered(id: string, at: Instant, before: StoredDelivery | undefined): Promise<boolean>;
      /** The record of an event, as the table has it: what is not there was never committed. */
      record(ref: Omit<RecordRef, 'tenant'>): Promise<StoredRecord | undefined>;
      /** The wall time of this moment, which every attempt names anew. */
      wall(): Instant;
    };
  };
};
type InternalPorts<C extends Footprint> = C extends {
  readonly internals: readonly (infer I)[];
}
  ? UnionToIntersection<Internals[I & keyof Internals]>
  : unknown;

type PreviewPorts<C> = C extends { readonly previews: string }
  ? {
      /** A token that confirms this request as long as it would do what is shown. */
      preview(body: unknown, shown: unknown): { readonly token: string; readonly expiresAt: Instant };
    }
  : unknown;
type ConfirmPorts<C> = C extends { readonly confirms: true }
  ? {
      /** Why the token does not confirm this request, which would now do what is shown; undefined where it does. */
      objectionTo(token: string, body: unknown, shown: unknown): keyof typeof previewRefusals | undefined;
    }
  : unknown;

/** A replay answers under other keys as the operation does that it replays. */
type Replayed<C extends Footprint> = C extends { readonly replays: { readonly response: infer R } }
  ? Omit<C, 'response'> & { readonly response: R }
  : C;

/** The ports of one entry, narrowed to what its contract declares; anything else does not compile. */
export type PortsOf<C extends Footprint> = Unit<C> & {
  /** The same command under another key: a step of a subscriber, or the event id of a webhook. */
  under(key: string): Unit<Replayed<C>>;
  /** An id of 128 bits that follows from this command's key, so that a retry makes the same one. */
  newId(prefix: string): string;
  /** An id that follows from other ids, so that it can be found again without a lookup. */
  idFrom(prefix: string, ...parts: readonly string[]): string;
  /** Keyed hash of an identifying value, by the tenant's derivation secret; stable for ever. */
  keyed(name: string, value: string): string;
  /** Seals a text under a key that follows from the tenant's secret and a name, for storage outside the table. */
  conceal(name: string, text: string): string;
  reveal(name: string, sealed: string): string;
  /** A new key for a person, wrapped. */
  newKey(customerId: string): Promise<string>;
  seal(wrappedKey: string, customerId: string, value: unknown): Promise<string>;
  open(wrappedKey: string, customerId: string, jwe: string): Promise<unknown>;
  /** A new tenant's derivation secret, wrapped: it stands if the command commits. */
  newTenant(tenant: string): Promise<{ readonly tenant: string; readonly wrapped: string }>;
  /** A secret of 256 bits that follows from this command's key, so that a retry makes the same one. */
  newSecret(): string;
  /** The signing secret of an endpoint's webhooks that an id names: it is stored nowhere, and follows from it. */
  webhookSecret(secretId: string): string;
  /** Random bytes, for what nobody may guess or repeat. */
  random(bytes: number): Uint8Array;
} & ListPorts<C> &
  InternalPorts<C> &
  PreviewPorts<C> &
  ConfirmPorts<C> &
  Pick<Services, C['uses'][number]>;

type Parsed<C, F extends 'body' | 'params' | 'query'> = C extends { readonly [K in F]: infer S extends z.ZodType }
  ? z.output<S>
  : undefined;

/** One call of an endpoint, checked and authorised. */
export type Call<C extends EndpointContract> = {
  readonly tenant: string;
  readonly actor: Actor;
  readonly body: Parsed<C, 'body'>;
  readonly params: Parsed<C, 'params'>;
  readonly query: Parsed<C, 'query'>;
  /** The raw body and the headers in lower case, for entries that verify a signature. */
  readonly raw: { readonly body: string; readonly headers: Readonly<Record<string, string | undefined>> };
  /** Business time: the tenant's own clock. */
  readonly now: Instant;
  /** Wall time: signatures and tokens. */
  readonly wall: Instant;
  readonly requestId: string;
  readonly ports: PortsOf<C>;
};

export type RefusalCodeOf<C extends EndpointContract> = keyof C['refusals'] & string;
export type Handler<C extends EndpointContract> = (
  call: Call<C>,
) => Promise<Decision<ResponseOf<C> | Committed, RefusalCodeOf<C>>>;

export const isCommitted = (value: unknown): value is Committed =>
  typeof value === 'object' && value !== null && 'committed' in value;
