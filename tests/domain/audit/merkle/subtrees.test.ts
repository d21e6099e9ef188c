import { describe, expect, it } from 'vitest';
import { leafHash, nodeHash } from '../../../../domain/audit/merkle/hash.ts';
import { hashOfFull, hashOfSpan, splitOf, subtreesOf } from '../../../../domain/audit/merkle/subtrees.ts';
import { sha256OfHex } from '../../../../functions/_kit/crypto.ts';
import { emptyTree, leaves, plainRoot, roots } from './vectors.ts';

const hashes = leaves.map((leaf) => leafHash(sha256OfHex, leaf));
const node = (left: string, right: string) => nodeHash(sha256OfHex, left, right);
const nodes = ({ level, index }: { level: number; index: number }) =>
  plainRoot(node, hashes.slice(index * 2 ** level, (index + 1) * 2 ** level));

describe('splitOf', () => {
  it.each([
    [2, 1],
    [3, 2],
    [4, 2],
    [5, 4],
    [8, 4],
    [9, 8],
    [1_000_000, 524_288],
    [2 ** 40, 2 ** 39],
    [2 ** 40 + 1, 2 ** 40],
  ])('of %i leaves is %i, the largest power of two below', (size, split) => {
    expect(splitOf(size)).toBe(split);
  });
});

describe('subtreesOf', () => {
  it('takes a span at the right border apart into full subtrees, left to right', () => {
    // 7 = 4 + 2 + 1: leaves 0 to 3, 4 and 5, and 6.
    expect(subtreesOf({ from: 0, to: 7 })).toEqual([
      { level: 2, index: 0 },
      { level: 1, index: 2 },
      { level: 0, index: 6 },
    ]);
    expect(subtreesOf({ from: 4, to: 8 })).toEqual([{ level: 2, index: 1 }]);
    expect(subtreesOf({ from: 3, to: 3 })).toEqual([]);
  });
});

describe('hashOfSpan', () => {
  it.each(roots.map((root, at) => [at + 1, root]))(
    'over %i leaves from the first is the published root',
    (to, root) => {
      expect(hashOfSpan(sha256OfHex, nodes, { from: 0, to: Number(to) })).toBe(root);
    },
  );

  it('of nothing is the root of the empty tree', () => {
    expect(hashOfSpan(sha256OfHex, nodes, { from: 0, to: 0 })).toBe(emptyTree);
  });
});

describe('hashOfFull', () => {
  it.each([1, 2, 4, 8])('over %i hashes is the published root', (size) => {
    expect(hashOfFull(sha256OfHex, hashes.slice(0, size))).toBe(roots[size - 1]);
  });
});
