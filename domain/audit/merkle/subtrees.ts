import { emptyRoot, nodeHash, type Sha256 } from './hash.ts';

/** The leaves from one position up to another, counted from 0, the last left out: `D[from:to]` of RFC 6962 §2.1. */
export type Span = { readonly from: number; readonly to: number };

/** A node of the tree under which every place is taken: the `index`th of those with 2^level leaves. */
export type Subtree = { readonly level: number; readonly index: number };

/** How a hash of a subtree is found. */
export type Nodes = (subtree: Subtree) => string;

/** The largest power of two that is smaller than a number of leaves: where RFC 6962 §2.1 splits them. */
export const splitOf = (leaves: number): number => {
  let split = 1;
  while (split * 2 < leaves) split *= 2;
  return split;
};

/** The full subtrees that make up a span, left to right. Only a span at the right border needs more than one. */
export const subtreesOf = ({ from, to }: Span): readonly Subtree[] => {
  const found: Subtree[] = [];
  for (let at = from; at < to; ) {
    let [level, leaves] = [0, 1];
    while (at % (leaves * 2) === 0 && at + leaves * 2 <= to) {
      level += 1;
      leaves *= 2;
    }
    found.push({ level, index: at / leaves });
    at += leaves;
  }
  return found;
};

/** The hash of a span: `MTH(D[from:to])`, from the hashes of its full subtrees. */
export const hashOfSpan = (sha256: Sha256, nodes: Nodes, span: Span): string => {
  const hashes = subtreesOf(span).map(nodes);
  const last = hashes.pop();
  return last === undefined
    ? emptyRoot(sha256)
    : hashes.reduceRight((right, left) => nodeHash(sha256, left, right), last);
};

/** The hash of a full subtree over the hashes that lie at its foot. */
export const hashOfFull = (sha256: Sha256, foot: readonly string[]): string => {
  let row = foot;
  while (row.length > 1)
    row = Array.from({ length: row.length / 2 }, (_, at) => nodeHash(sha256, row[2 * at] ?? '', row[2 * at + 1] ?? ''));
  return row[0] ?? emptyRoot(sha256);
};
