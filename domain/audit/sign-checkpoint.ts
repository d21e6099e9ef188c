import type { Checkpoint, SignedWindow } from './schema.ts';

type Last = { readonly number: number; readonly hash: string; readonly feedEnd: number } | undefined;

type Entry = { readonly aggregate: string; readonly id: string; readonly seq: number; readonly hash: string };

/**
 * What a checkpoint signs: the records that were audited since the one before, in the order of the feed. All
 * checkpoints together sign every record once, however long the book grows.
 */
export const signedWindow = (entries: readonly Entry[]): SignedWindow =>
  entries.map(({ aggregate, id, seq, hash }) => [aggregate, id, seq, hash]);

/** Nothing new was audited: the last checkpoint still says everything. */
export const isUnchanged = (last: Last, feedEnd: number): boolean => feedEnd === (last?.feedEnd ?? 0);

/**
 * The next checkpoint of a tenant. It names the one before by its hash, so that none can be left out, and what was
 * audited since by the hash of its list, so that no chain can be cut or changed behind it (reliability A1).
 */
export const nextCheckpoint = (
  last: Last,
  given: { readonly tenant: string; readonly at: string; readonly feedEnd: number; readonly windowHash: string },
): Checkpoint => ({
  v: 1,
  tenant: given.tenant,
  number: (last?.number ?? 0) + 1,
  previous: last?.hash ?? null,
  at: given.at,
  feedEnd: given.feedEnd,
  window: given.windowHash,
});
