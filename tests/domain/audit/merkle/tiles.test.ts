import { describe, expect, it } from 'vitest';
import { leafHash, nodeHash } from '../../../../domain/audit/merkle/hash.ts';
import { inclusionSpans } from '../../../../domain/audit/merkle/prove.ts';
import { borderOf, nodesIn, placesFor, tilesOf } from '../../../../domain/audit/merkle/tiles.ts';
import { sha256OfHex } from '../../../../functions/_kit/crypto.ts';
import { leaves, plainRoot } from './vectors.ts';

describe('borderOf', () => {
  it.each([
    [0, []],
    [1, [{ level: 0, index: 0, width: 1 }]],
    [255, [{ level: 0, index: 0, width: 255 }]],
    // The one full tile is a single hash of the level above.
    [256, [{ level: 1, index: 0, width: 1 }]],
    [
      600,
      // 600 = 2 × 256 + 88.
      [
        { level: 0, index: 2, width: 88 },
        { level: 1, index: 0, width: 2 },
      ],
    ],
    [65_536, [{ level: 2, index: 0, width: 1 }]],
  ])('of %i leaves are the tiles that are not full', (size, places) => {
    expect(borderOf(size)).toEqual(places);
  });
});

describe('tilesOf', () => {
  it('names every tile of a tree, the full ones by their whole width', () => {
    expect(tilesOf(600)).toEqual([
      { level: 0, index: 0, width: 256 },
      { level: 0, index: 1, width: 256 },
      { level: 0, index: 2, width: 88 },
      { level: 1, index: 0, width: 2 },
    ]);
  });
});

describe('placesFor', () => {
  it('needs at most six tiles for a proof in a tree of a million leaves, three up and three at the border', () => {
    for (const index of [0, 255, 256, 65_535, 65_536, 777_777, 999_999])
      expect(placesFor(inclusionSpans(index, 1_000_000), 1_000_000).length).toBeLessThanOrEqual(6);
  });

  it('names a tile by the width that it has in that tree', () => {
    expect(placesFor([{ from: 2, to: 3 }], 5)).toEqual([{ level: 0, index: 0, width: 5 }]);
    expect(placesFor([{ from: 0, to: 256 }], 600)).toEqual([{ level: 1, index: 0, width: 2 }]);
  });
});

describe('nodesIn', () => {
  const hashes = leaves.map((leaf) => leafHash(sha256OfHex, leaf));
  const nodes = nodesIn(sha256OfHex, [{ place: { level: 0, index: 0 }, hashes }]);

  it('finds the hash of a subtree from those at its foot', () => {
    const node = (left: string, right: string) => nodeHash(sha256OfHex, left, right);
    expect(nodes({ level: 0, index: 5 })).toBe(hashes[5]);
    expect(nodes({ level: 2, index: 1 })).toBe(plainRoot(node, hashes.slice(4)));
  });

  it('makes nothing up where the hashes are missing', () => {
    expect(() => nodes({ level: 0, index: 8 })).toThrow('Tile 0/0 lacks hashes');
    expect(() => nodes({ level: 8, index: 0 })).toThrow('Tile 1/0 lacks hashes');
  });
});
