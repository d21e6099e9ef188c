import type { Checkpoint } from './schema.ts';

type Last = { readonly number: number; readonly hash: string; readonly feedEnd: number } | undefined;

/** Nothing new was audited: the last checkpoint still says everything. */
export const isUnchanged = (last: Last, feedEnd: number): boolean => feedEnd === (last?.feedEnd ?? 0);

/** The most entries behind a checkpoint that can all be its own: its event, and that of one taken over beside it. */
export const ownEntriesMax = 2;

/**
 * Telling of a checkpoint makes the feed longer. A feed that grew by nothing else has not changed, or the clockwork
 * would sign its own signatures for ever.
 */
export const isOnlyTelling = (since: readonly { readonly aggregate: string }[]): boolean =>
  since.length <= ownEntriesMax && since.every(({ aggregate }) => aggregate === 'checkpoint');

/**
 * The next checkpoint of a tenant. It names the one before by its hash, so that none can be left out, and the whole
 * feed up to its end by the root of a Merkle tree, so that no record of it can be cut off or changed (reliability A1).
 */
export const nextCheckpoint = (
  last: Last,
  given: { readonly tenant: string; readonly at: string; readonly feedEnd: number; readonly root: string },
): Checkpoint => ({
  v: 2,
  tenant: given.tenant,
  number: (last?.number ?? 0) + 1,
  previous: last?.hash ?? null,
  at: given.at,
  feedEnd: given.feedEnd,
  root: given.root,
});

/** Whether a checkpoint that an attempt before left behind is the one that we would sign now, or could have signed. */
export const followsOn = (
  last: Last,
  found: Checkpoint,
  given: { readonly tenant: string; readonly feedEnd: number },
) =>
  found.tenant === given.tenant &&
  found.number === (last?.number ?? 0) + 1 &&
  found.previous === (last?.hash ?? null) &&
  found.feedEnd > (last?.feedEnd ?? 0) &&
  found.feedEnd <= given.feedEnd;
