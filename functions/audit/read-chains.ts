import type { ChainHead } from '../../domain/audit/check-link.ts';
import { feedEntry } from '../../domain/audit/feed-entry.ts';
import { type AppendPlan, type Found, numbersToRead, planAppends } from '../../domain/audit/plan-appends.ts';
import { RecordedOperation } from '../../domain/audit/schema.ts';
import type { CloudEvent } from '../_kit/cloud-event.ts';
import { sha256Hex } from '../_kit/crypto.ts';
import { canonicalJson, hashOf } from '../_kit/record.ts';
import type { AuditedHead, AuditStore, FeedEntry, RecordRef, StoredRecord } from '../_kit/store.ts';

/** An event that says which record is there, and with which hash. */
export type Announcement = { readonly event: CloudEvent; readonly ref: RecordRef; readonly hash: string };

/** A record with what is written for it; the feed's position is only known at the write. */
export type Appendable = StoredRecord & { readonly entry: Omit<FeedEntry, 'position'> };

/** One aggregate's part of a batch: where it was audited to, what was announced, and what follows from both. */
export type Chain = {
  readonly head: AuditedHead;
  readonly announced: readonly Announcement[];
  readonly plan: AppendPlan<Appendable>;
};

/** Reads an announcement; undefined for an event that makes no sense. */
export const announcementOf = (event: CloudEvent): Announcement | undefined => {
  const parsed = RecordedOperation.safeParse(event.data);
  if (!parsed.success || parsed.data.record.tenant !== event.tenant) return undefined;
  const { record, hash } = parsed.data;
  const { tenant, aggregate: kind, id, seq } = record;
  const recomputed = sha256Hex(canonicalJson(record));
  return { event, ref: { tenant, kind, id, seq }, hash: recomputed === hash ? hash : 'altered' };
};

const appendableOf = ({ record, hash }: StoredRecord): Appendable => {
  const { position: _later, ...entry } = feedEntry(record, hash, 0);
  return { record, hash, entry };
};

/** A record is sound if its bytes give the stored hash and it stands where it says it does. */
const isSound = ({ record, hash }: StoredRecord, ref: RecordRef): boolean =>
  hashOf(record) === hash &&
  record.tenant === ref.tenant &&
  record.aggregate === ref.kind &&
  record.id === ref.id &&
  record.seq === ref.seq;

const foundOf = (ref: RecordRef, stored: StoredRecord | 'unreadable'): Found<Appendable> => {
  if (stored === 'unreadable' || !isSound(stored, ref)) return { sound: false };
  const link = { seq: ref.seq, prev: stored.record.prev, hash: stored.hash };
  return { sound: true, link, value: appendableOf(stored) };
};

const groupsOf = (announcements: readonly Announcement[]): readonly (readonly Announcement[])[] => [
  ...Map.groupBy(announcements, ({ ref }) => ref.id).values(),
];

const refsFor = (head: ChainHead, [first, ...others]: readonly Announcement[]): readonly RecordRef[] => {
  if (first === undefined) return [];
  const numbers = numbersToRead(head, [first, ...others].map(announcedOf));
  return numbers.map((seq) => ({ ...first.ref, seq }));
};

const announcedOf = ({ ref, hash }: Announcement) => ({ seq: ref.seq, hash });

/**
 * Reads the heads and the records of all chains that a batch of one tenant touches, in two requests, and plans each.
 */
export const readChains = async (
  audit: AuditStore,
  tenant: string,
  announcements: readonly Announcement[],
): Promise<readonly Chain[]> => {
  const groups = groupsOf(announcements);
  const roots = groups.flatMap(([first]) => (first === undefined ? [] : [first.ref]));
  const heads = await audit.heads(tenant, roots);
  const chains = groups.flatMap((announced, at) => {
    const head = heads[at];
    return head === undefined ? [] : [{ head, announced, refs: refsFor(head, announced) }];
  });
  const stored = await audit.records(chains.flatMap(({ refs }) => refs));
  let from = 0;
  return chains.map(({ head, announced, refs }) => {
    const own = stored.slice(from, from + refs.length);
    from += refs.length;
    const table = new Map(
      refs.flatMap((ref, at): [number, Found<Appendable>][] => {
        const one = own[at];
        return one === undefined ? [] : [[ref.seq, foundOf(ref, one)]];
      }),
    );
    return { head, announced, plan: planAppends(head, announced.map(announcedOf), table) };
  });
};
