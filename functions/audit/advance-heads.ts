import { type FeedEnd, following } from '../../domain/audit/feed-entry.ts';
import type { AuditedHead, AuditStore, FeedAdvance } from '../_kit/store.ts';
import type { Appendable, Chain } from './read-chains.ts';

/** DynamoDB takes 100 items in a transaction: an entry and at most one head for each record, and the feed's end. */
const recordsMax = 45;

const headAfter = ({ record, hash }: Appendable, position: number): AuditedHead => ({
  aggregate: record.aggregate,
  id: record.id,
  seq: record.seq,
  hash,
  position,
});

const advanceOf = (end: FeedEnd, heads: Map<string, AuditedHead>, some: readonly Appendable[]): FeedAdvance => {
  const moved = new Map<string, { before: AuditedHead; after: AuditedHead }>();
  for (const [at, one] of some.entries()) {
    const { id } = one.record;
    const before = moved.get(id)?.before ?? heads.get(id);
    if (before === undefined) throw new Error(`No head was read for ${id}.`);
    const after = headAfter(one, end.position + 1 + at);
    moved.set(id, { before, after });
    heads.set(id, after);
  }
  const entries = following(
    end,
    some.map(({ entry }) => entry),
  );
  return { from: end.position, heads: [...moved.values()], entries };
};

/**
 * Moves the heads of some chains and appends to the tenant's feed, in as few transactions as there is room for, and
 * says after each what it appended. False when another appender was faster, or a reply was lost: read again, for the
 * heads tell what stands.
 */
export const advanceHeads = async (
  audit: AuditStore,
  tenant: string,
  chains: readonly Chain[],
  appended: (some: readonly Appendable[]) => void,
): Promise<boolean> => {
  const appends = chains.flatMap(({ plan }) => plan.appends);
  if (appends.length === 0) return true;
  const heads = new Map(chains.map(({ head }) => [head.id, head]));
  let end = await audit.feedEnd(tenant);
  for (let at = 0; at < appends.length; at += recordsMax) {
    const some = appends.slice(at, at + recordsMax);
    const advance = advanceOf(end, heads, some);
    if (!(await audit.append(tenant, advance))) return false;
    appended(some);
    end = advance.entries.at(-1) ?? end;
  }
  return true;
};
