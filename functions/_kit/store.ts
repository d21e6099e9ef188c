import type { FeedEnd } from '../../domain/audit/feed-entry.ts';
import type { Delivery } from '../../domain/webhooks/schema.ts';
import type { Instant } from './clock.ts';
import type { OperationRecord } from './record.ts';

/** The answer that a key was given, kept for ever beside the command's effect. */
export type StoredAnswer = {
  /** Keyed hash of path and canonical body: the same key with another is refused. */
  readonly fingerprint: string;
  readonly status: number;
  /** The body, byte for byte. */
  readonly body: string;
  readonly contentType: string;
  readonly etag?: string;
  /** The call that earned it; a retry within the same call is no replay. */
  readonly callId: string;
};

export type StoredRoot = {
  readonly id: string;
  /** The last record's sequence number; 0 where the aggregate does not exist yet. */
  readonly seq: number;
  readonly head: string | null;
  readonly recordedAt: Instant | undefined;
  /** When its first record was made; listings are ordered by it for ever. */
  readonly createdAt: Instant | undefined;
  readonly state: unknown;
  readonly due: Instant | undefined;
};

/** A claim with the sequence number of the record that changed it last. */
export type StoredClaim = { readonly seq: number; readonly state: unknown };

export type RootRef = { readonly kind: string; readonly id: string };

export type LoadRequest = {
  readonly tenant: string;
  readonly answerKey?: string;
  readonly roots: readonly RootRef[];
  readonly claims: readonly string[];
  readonly vaults: readonly string[];
  /** Hashes of unique business keys, to see who holds them. */
  readonly holds: readonly string[];
};

export type LoadResult = {
  readonly answer: StoredAnswer | undefined;
  readonly roots: readonly StoredRoot[];
  readonly claims: readonly (StoredClaim | undefined)[];
  readonly vaults: readonly (string | undefined)[];
  readonly holders: readonly (string | undefined)[];
};

export type Change = {
  readonly kind: string;
  readonly before: StoredRoot;
  readonly state: unknown;
  /** Claims that change with their policy; `before` is the sequence number they were loaded at, 0 for a new one. */
  readonly claims: readonly {
    readonly id: string;
    readonly before: number;
    readonly state: unknown;
    readonly queue: string | undefined;
  }[];
  readonly record: OperationRecord;
  readonly hash: string;
  /** The earliest wake-up that is known to stand after this command. */
  readonly due: Instant | undefined;
  /** A wake-up that this command has to set. */
  readonly arm: Instant | undefined;
  readonly queue: string | undefined;
};

export type Commit = {
  readonly tenant: string;
  readonly answerKey: string;
  readonly answer: StoredAnswer;
  readonly changes: readonly Change[];
  readonly vaults: readonly { readonly customerId: string; readonly wrappedKey: string }[];
  /** Aggregates that must be as they were read, for the decision to hold; 0 is the number of one that is not there. */
  readonly unchanged: readonly (RootRef & { readonly seq: number })[];
  readonly holds: readonly { readonly hash: string; readonly holder: string }[];
  readonly releases: readonly { readonly hash: string; readonly holder: string }[];
  /** The tenant that this command makes, with its wrapped derivation secret; it must not be there yet. */
  readonly founding?: { readonly tenant: string; readonly wrapped: string } | undefined;
};

/**
 * `raced`: another command won, load and decide again. `unavailable`: nobody can say yet, the caller may retry safely.
 */
export type CommitResult =
  | { readonly status: 'committed' }
  | { readonly status: 'answered'; readonly answer: StoredAnswer }
  | { readonly status: 'raced' }
  | { readonly status: 'unavailable' };

export type Page<T> = { readonly items: readonly T[]; readonly next: string | undefined };
export type PageRequest = { readonly tenant: string; readonly after: string | undefined; readonly limit: number };

/** A page of a list, and what is asked of the objects in it. */
export type ListRequest = PageRequest & {
  /** The half-open time `[from, to)` of creation, which orders the list. */
  readonly from?: Instant | undefined;
  readonly to?: Instant | undefined;
  /** Whose: read from an index, or through the policy, and never by going through everything. */
  readonly of?: { readonly customerId: string } | { readonly reference: string } | { readonly policyId: string };
  readonly oldestFirst?: boolean;
  /** What can change is asked of the states themselves. */
  readonly matches?: (state: unknown) => boolean;
  /** The same of the policies through which claims are found. */
  readonly policyMatches?: (state: unknown) => boolean;
};

export type StoredRecord = { readonly record: OperationRecord; readonly hash: string };
export type FeedEntry = {
  readonly position: number;
  readonly aggregate: string;
  readonly id: string;
  readonly seq: number;
  readonly hash: string;
  readonly types: readonly string[];
  /** What the record added to the partner's debt, in minor units, where it did. */
  readonly dueFromPartner: number;
  readonly currency: string;
  /** Where debt moved last up to this record; 0 where it never did, undefined where the feed does not tell. */
  readonly debtAt?: number | undefined;
  readonly recordedAt: Instant;
};

export type DueItem = { readonly tenant: string; readonly kind: string; readonly id: string; readonly at: Instant };

/** The one door to the table. Everything is consistent but the listings, which may lag by moments. */
export type Store = {
  load(request: LoadRequest): Promise<LoadResult>;
  commit(commit: Commit): Promise<CommitResult>;
  /** Keeps a refusal under its key alone; answers what the key holds afterwards. */
  remember(tenant: string, answerKey: string, answer: StoredAnswer): Promise<CommitResult>;
  list(kind: string, request: ListRequest): Promise<Page<unknown>>;
  queue(name: string, request: ListRequest): Promise<Page<unknown>>;
  history(root: RootRef, page: PageRequest): Promise<Page<StoredRecord>>;
  /** The wrapped derivation secret of a tenant; undefined where no such tenant exists. */
  tenantSecret(tenant: string): Promise<string | undefined>;
  /** In which generation a sandbox lives; 1 until it was reset. Consistent. */
  generation(home: string): Promise<number>;
  /** Ids of all tenants' credentials and secrets that were revoked since an instant. Consistent. */
  revokedSince(instant: Instant): Promise<readonly string[]>;
};

/** One operation record of one aggregate. */
export type RecordRef = RootRef & { readonly tenant: string; readonly seq: number };

/** What the audit needs: heads that only move forward, the tenant's feed, and how far its checkpoints have come. */
export type AuditStore = {
  /** In the order asked for; an aggregate that was never audited has sequence 0. Consistent. */
  heads(tenant: string, roots: readonly RootRef[]): Promise<readonly AuditedHead[]>;
  /** The position of the feed's last entry, 0 for an empty feed, and that of the last that moved a debt. */
  feedEnd(tenant: string): Promise<FeedEnd>;
  /** Moves heads and appends to the feed in one transaction; false when somebody else did, or nobody can say. */
  append(tenant: string, advance: FeedAdvance): Promise<boolean>;
  feed(tenant: string, after: number, limit: number): Promise<readonly FeedEntry[]>;
  /** In the order asked for, read consistently. One whose bytes make no sense hides no other. */
  records(refs: readonly RecordRef[]): Promise<readonly (StoredRecord | 'unreadable' | undefined)[]>;
  /** A chain by the numbers under which its records are stored, whatever they say themselves. */
  chain(tenant: string, root: RootRef, after: number): Promise<readonly NumberedRecord[]>;
  /** Names the records of one minute, for the sweeper; an index, so it may lag by moments. */
  recordedIn(minute: string, after: string | undefined): Promise<Page<RecordRef>>;
  /** Every audited head of a tenant, by id. */
  allHeads(tenant: string, after: string | undefined): Promise<Page<AuditedHead>>;
  checkpoint(tenant: string): Promise<CheckpointMark | undefined>;
  /** False when somebody else moved the mark meanwhile. */
  moveCheckpoint(tenant: string, before: CheckpointMark | undefined, after: CheckpointMark): Promise<boolean>;
  tenants(): Promise<readonly string[]>;
  /** Up to which minute the sweep has looked at everything. */
  sweptTo(): Promise<string | undefined>;
  /** Moves that mark unless somebody else has moved it meanwhile. */
  markSwept(minute: string, before: string | undefined): Promise<void>;
};
export type NumberedRecord = { readonly seq: number; readonly stored: StoredRecord | 'unreadable' };
/** The last checkpoint: its number, its hash, and the feed position up to which it speaks. */
export type CheckpointMark = { readonly number: number; readonly hash: string; readonly feedEnd: number };
export type AuditedHead = {
  readonly id: string;
  readonly aggregate: string;
  readonly seq: number;
  readonly hash: string | null;
  /** Where the feed tells of its last record; 0 before the first. */
  readonly position: number;
};
export type FeedAdvance = {
  /** The feed's end on which the entries follow. */
  readonly from: number;
  readonly heads: readonly { readonly before: AuditedHead; readonly after: AuditedHead }[];
  readonly entries: readonly FeedEntry[];
};

/**
 * What is due: of live tenants by minute, with a watermark that says how far the minutes have been drained; of a
 * sandbox in its own order.
 */
export type DueStore = {
  watermark(): Promise<string | undefined>;
  /** Moves the watermark unless somebody else has moved it meanwhile. */
  setWatermark(minute: string, before: string | undefined): Promise<void>;
  /** What is due in that minute, at or before the given instant. */
  due(minute: string, until: Instant): Promise<readonly DueItem[]>;
  /** What a sandbox has due at or before an instant, in its order, and at most so much of it. Consistent. */
  dueOf(tenant: string, until: Instant, limit: number): Promise<readonly DueItem[]>;
  /**
   * Takes a wake-up away once it has been answered, and sets the next one where there is one, provided that the
   * aggregate is still at the sequence number at which that was decided. False where the wake-up may still stand: the
   * aggregate has moved on, or nobody can say.
   */
  answered(item: DueItem, next: Instant | undefined, seq: number): Promise<boolean>;
  /** Puts a wake-up off that could not be answered. */
  postpone(item: DueItem, until: Instant): Promise<void>;
};

/** A delivery with the number of its last writing; 0 is that of one that is not there. */
export type StoredDelivery = { readonly version: number; readonly delivery: Delivery };
export type DeliveryRequest = PageRequest & {
  readonly endpointId: string;
  readonly matches?: (delivery: Delivery) => boolean;
};

/** The log of deliveries, beside the records and outside of every chain. */
export type DeliveryStore = {
  /** In the order asked for. Consistent. */
  find(tenant: string, ids: readonly string[]): Promise<readonly (StoredDelivery | undefined)[]>;
  /**
   * Writes a delivery provided that it was last written as `before` has it, or never. A wake-up stands at its next
   * attempt if there is one, and nowhere else: it is moved in the same transaction, with one that this answers. False
   * where somebody else has written meanwhile.
   */
  put(tenant: string, delivery: Delivery, before?: StoredDelivery, answers?: Instant): Promise<boolean>;
  /** Takes a wake-up away at which there is nothing to do, provided that the delivery is still what it was. */
  answered(item: Pick<DueItem, 'tenant' | 'id' | 'at'>, before: StoredDelivery | undefined): Promise<boolean>;
  /** Those of an endpoint, newest first; an index, so it may lag by moments. */
  list(request: DeliveryRequest): Promise<Page<Delivery>>;
};
