import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyBorder, grow, rootOf, type Tile } from '../../../../domain/audit/merkle/grow.ts';
import { leafHash, nodeHash } from '../../../../domain/audit/merkle/hash.ts';
import { consistencySpans, inclusionSpans } from '../../../../domain/audit/merkle/prove.ts';
import { hashOfSpan, type Span } from '../../../../domain/audit/merkle/subtrees.ts';
import { nodesIn, placesFor, tilesOf } from '../../../../domain/audit/merkle/tiles.ts';
import { verifyConsistency } from '../../../../domain/audit/merkle/verify-consistency.ts';
import { verifyInclusion } from '../../../../domain/audit/merkle/verify-inclusion.ts';
import { sha256OfHex } from '../../../../functions/_kit/crypto.ts';
import { emptyTree, leaves, plainRoot, roots } from './vectors.ts';

const node = (left: string, right: string) => nodeHash(sha256OfHex, left, right);
const hashes = Array.from({ length: 66_000 }, (_, at) => leafHash(sha256OfHex, at.toString(16).padStart(6, '0')));
const nameOf = ({ level, index, width }: Tile['place']) => `${level}/${index}/${width}`;

/** Grows a tree step by step, and keeps every tile that it ever had, as the archive does. */
const grown = (sizes: readonly number[]) => {
  const kept = new Map<string, readonly string[]>();
  let border = emptyBorder;
  for (const size of sizes) {
    const step = grow(sha256OfHex, border, hashes.slice(border.size, size));
    border = step.border;
    for (const { place, hashes: own } of [...step.full, ...border.tiles]) kept.set(nameOf(place), own);
  }
  return { border, kept };
};

describe('grow', () => {
  it('gives the published roots, leaf by leaf', () => {
    let border = emptyBorder;
    expect(rootOf(sha256OfHex, border)).toBe(emptyTree);
    for (const [at, leaf] of leaves.entries()) {
      border = grow(sha256OfHex, border, [leafHash(sha256OfHex, leaf)]).border;
      expect([border.size, rootOf(sha256OfHex, border)]).toEqual([at + 1, roots[at]]);
    }
  });

  it('gives the root of the plain definition, in steps of any size', () => {
    const steps = fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(steps, (some) => {
        const sizes = some.map((_, at) => some.slice(0, at + 1).reduce((sum, each) => sum + each, 0));
        const size = sizes.at(-1) ?? 0;
        expect(rootOf(sha256OfHex, grown(sizes).border)).toBe(plainRoot(node, hashes.slice(0, size)));
      }),
      { numRuns: 40, seed: 6962 },
    );
  });

  it('fills tiles of three levels, and keeps each that a tree needs under its own name', () => {
    const sizes = [1, 255, 256, 257, 600, 65_535, 65_536, 65_537, 66_000];
    const { border, kept } = grown(sizes);
    expect(rootOf(sha256OfHex, border)).toBe(plainRoot(node, hashes));
    for (const size of sizes) {
      const root = plainRoot(node, hashes.slice(0, size));
      const own = tilesOf(size).map((place) => ({ place, hashes: kept.get(nameOf(place)) ?? [] }));
      expect(hashOfSpan(sha256OfHex, nodesIn(sha256OfHex, own), { from: 0, to: size }), String(size)).toBe(root);
    }
  });

  it('leaves behind all that any proof needs, in few tiles', () => {
    const [older, size] = [600, 66_000];
    const { kept } = grown([older, size]);
    const pathOf = (spans: readonly Span[]) => {
      const places = placesFor(spans, size);
      expect(places.length).toBeLessThanOrEqual(6);
      const nodes = nodesIn(
        sha256OfHex,
        places.map((place) => ({ place, hashes: kept.get(nameOf(place)) ?? [] })),
      );
      return spans.map((span) => hashOfSpan(sha256OfHex, nodes, span));
    };
    const [firstRoot, root] = [older, size].map((some) => plainRoot(node, hashes.slice(0, some)));
    const roots = { firstRoot: firstRoot ?? '', secondRoot: root ?? '' };
    const path = pathOf(consistencySpans(older, size));
    expect(verifyConsistency(sha256OfHex, { first: older, second: size, ...roots, path })).toBe(true);
    fc.assert(
      fc.property(fc.nat(size - 1), (index) => {
        const given = { index, size, leaf: hashes[index] ?? '', root: root ?? '' };
        return verifyInclusion(sha256OfHex, { ...given, path: pathOf(inclusionSpans(index, size)) });
      }),
      { numRuns: 50, seed: 6962 },
    );
  });
});
