import type { Checkpoint, HeadList } from './schema.ts';

type AuditedHead = {
  readonly aggregate: string;
  readonly id: string;
  readonly seq: number;
  readonly hash: string | null;
};
type Last = { readonly number: number; readonly hash: string; readonly feedEnd: number } | undefined;

/** The heads in the one order in which they are hashed: by kind, then by id, as text. */
export const headList = (heads: readonly AuditedHead[]): HeadList =>
  heads
    .flatMap(({ aggregate, id, seq, hash }): HeadList => (hash === null ? [] : [[aggregate, id, seq, hash]]))
    .toSorted(([kindA, idA], [kindB, idB]) => (`${kindA} ${idA}` < `${kindB} ${idB}` ? -1 : 1));

/** Nothing new was audited: the last checkpoint still says everything. */
export const isUnchanged = (last: Last, feedEnd: number): boolean => feedEnd === (last?.feedEnd ?? 0);

/**
 * The next checkpoint of a tenant. It names the one before by its hash, so that none can be left out, and every head
 * by the hash of their list, so that no chain can be cut or changed behind it (reliability A1).
 */
export const nextCheckpoint = (
  last: Last,
  given: { readonly tenant: string; readonly at: string; readonly feedEnd: number; readonly headsHash: string },
): Checkpoint => ({
  v: 1,
  tenant: given.tenant,
  number: (last?.number ?? 0) + 1,
  previous: last?.hash ?? null,
  at: given.at,
  feedEnd: given.feedEnd,
  heads: given.headsHash,
});
