import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leafHash, nodeHash } from '../../../../domain/audit/merkle/hash.ts';
import { consistencySpans, inclusionSpans } from '../../../../domain/audit/merkle/prove.ts';
import type { Span } from '../../../../domain/audit/merkle/subtrees.ts';
import { verifyConsistency } from '../../../../domain/audit/merkle/verify-consistency.ts';
import { verifyInclusion } from '../../../../domain/audit/merkle/verify-inclusion.ts';
import { sha256OfHex } from '../../../../functions/_kit/crypto.ts';
import { consistencyProofs, inclusionProofs, leaves, plainRoot, roots, turned } from './vectors.ts';

const node = (left: string, right: string) => nodeHash(sha256OfHex, left, right);
const hashesOf = (hashes: readonly string[], spans: readonly Span[]) =>
  spans.map(({ from, to }) => plainRoot(node, hashes.slice(from, to)));
const published = leaves.map((leaf) => leafHash(sha256OfHex, leaf));

/** 64 leaves, and the roots of all trees up to that size. */
const sizeMax = 64;
const many = Array.from({ length: sizeMax }, (_, at) => leafHash(sha256OfHex, at.toString(16).padStart(4, '0')));
const rootOf = (size: number) => plainRoot(node, many.slice(0, size));
const manyRoots = Array.from({ length: sizeMax + 1 }, (_, size) => rootOf(size));
const at = (list: readonly string[], place: number): string => list[place] ?? '';

const inclusionOf = (index: number, size: number) => ({
  ...{ index, size, leaf: at(many, index), root: at(manyRoots, size) },
  path: hashesOf(many, inclusionSpans(index, size)),
});
const consistencyOf = (first: number, second: number) => ({
  ...{ first, second, firstRoot: at(manyRoots, first), secondRoot: at(manyRoots, second) },
  path: hashesOf(many, consistencySpans(first, second)),
});

describe('inclusionSpans', () => {
  it.each(inclusionProofs)('prove leaf $index of $size as published', ({ index, size, path }) => {
    expect(hashesOf(published, inclusionSpans(index, size))).toEqual(path);
  });

  it(`prove every leaf of every tree of up to ${sizeMax} leaves, and no other leaf in its place`, () => {
    for (let size = 1; size <= sizeMax; size += 1)
      for (let index = 0; index < size; index += 1) {
        const proof = inclusionOf(index, size);
        expect(verifyInclusion(sha256OfHex, proof), `${index} of ${size}`).toBe(true);
        const other = at(many, (index + 1) % sizeMax);
        expect(verifyInclusion(sha256OfHex, { ...proof, leaf: other }), `${index} of ${size}`).toBe(false);
      }
  });

  it('need at most 20 hashes in a tree of a million leaves', () => {
    const size = 1_000_000;
    // 2^20 = 1 048 576 is the next power of two.
    expect(inclusionSpans(0, size)).toHaveLength(20);
    fc.assert(
      fc.property(fc.nat(size - 1), (index) => inclusionSpans(index, size).length <= 20),
      { numRuns: 1_000, seed: 6962 },
    );
  });
});

describe('consistencySpans', () => {
  it.each(consistencyProofs)('prove $second after $first as published', ({ first, second, path }) => {
    expect(hashesOf(published, consistencySpans(first, second))).toEqual(path);
    expect([at(roots, first - 1), at(roots, second - 1)]).toEqual([
      plainRoot(node, published.slice(0, first)),
      plainRoot(node, published.slice(0, second)),
    ]);
  });

  it(`prove every pair of trees of up to ${sizeMax} leaves, and no other older tree`, () => {
    for (let second = 1; second <= sizeMax; second += 1)
      for (let first = 1; first <= second; first += 1) {
        const proof = consistencyOf(first, second);
        expect(verifyConsistency(sha256OfHex, proof), `${first} to ${second}`).toBe(true);
        const other = turned(proof.firstRoot, 0);
        expect(verifyConsistency(sha256OfHex, { ...proof, firstRoot: other }), `${first} to ${second}`).toBe(false);
      }
  });
});

describe('a proof', () => {
  const pair = fc.tuple(fc.integer({ min: 1, max: sizeMax }), fc.nat()).map(([to, from]) => [from % to, to] as const);

  it('of inclusion fails with any single bit turned: in the leaf, in the root, in any hash of the path', () => {
    fc.assert(
      fc.property(pair, fc.nat(), fc.nat(255), ([index, size], which, bit) => {
        const proof = inclusionOf(index, size);
        const all = [proof.leaf, proof.root, ...proof.path];
        const chosen = which % all.length;
        const [leaf = '', root = '', ...path] = all.map((hash, place) => (place === chosen ? turned(hash, bit) : hash));
        return !verifyInclusion(sha256OfHex, { ...proof, leaf, root, path });
      }),
      { numRuns: 2_000, seed: 20_261_126 },
    );
  });

  it('of consistency fails with any single bit turned: in either root, in any hash of the path', () => {
    fc.assert(
      fc.property(pair, fc.nat(), fc.nat(255), ([first, second], which, bit) => {
        const proof = consistencyOf(first + 1, second);
        const all = [proof.firstRoot, proof.secondRoot, ...proof.path];
        const chosen = which % all.length;
        const [firstRoot = '', secondRoot = '', ...path] = all.map((hash, place) =>
          place === chosen ? turned(hash, bit) : hash,
        );
        return !verifyConsistency(sha256OfHex, { ...proof, firstRoot, secondRoot, path });
      }),
      { numRuns: 2_000, seed: 20_261_126 },
    );
  });
});
