import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tilesOf } from '../../../domain/audit/merkle/tiles.ts';
import { sha256Hex } from '../../../functions/_kit/crypto.ts';
import { tileName, tileText } from '../../../functions/audit/evidence.ts';
import { checkpointHash } from '../../../functions/audit/read-checkpoint.ts';
import { checkTiles } from '../../../tools/verify/check-tiles.ts';
import { treeOver } from '../../../tools/verify/tree.ts';
import { turnedAt } from './forgers.ts';

const tenant = 'shop-a';
/** 700 = 2 × 256 + 188: two full tiles, a border, and a second level. */
const sizes = [1, 255, 256, 300, 700] as const;
const tree = treeOver(Array.from({ length: 700 }, (_, at) => sha256Hex(String(at))));
const files = new Map(
  sizes.flatMap(tilesOf).map((place) => [tileName(tenant, place), tileText(tree.hashesOf(place) ?? [])] as const),
);
const found = sizes.map((feedEnd, at) => {
  const says = { v: 2, tenant, number: at + 1, previous: null, at: '2026-11-23T08:00:00.000Z', feedEnd } as const;
  const checkpoint = { ...says, root: tree.rootAt(feedEnd) ?? '' };
  return { number: at + 1, signed: { checkpoint, hash: checkpointHash(checkpoint) } };
});
const given = {
  checkpoints: new Map([[tenant, { found, seen: sizes.length }]]),
  trees: new Map([[tenant, tree]]),
};
const book = {
  tenants: [{ line: 'tenant', tenant, feedEnd: 700, checkpoint: null }],
  ...{ heads: [], states: [], records: [], feed: [] },
} as const;
const sentences = (some: ReadonlyMap<string, string>, before: Iterable<string> = some.keys()) =>
  checkTiles(book, { files: some, before: new Set(before) }, given).findings.map(({ what }) => what);

describe('checkTiles', () => {
  it('finds nothing in the tiles of a tree that grew', () => {
    expect(sentences(files)).toEqual([]);
  });

  it('finds any tile that a checkpoint stands on and the archive lacks', () => {
    // Partial tiles that were outgrown still carry the checkpoints of their time.
    for (const name of files.keys()) {
      const fewer = new Map(files);
      fewer.delete(name);
      expect(sentences(fewer), name).toEqual(['A checkpoint stands on this tile, but the archive lacks it.']);
    }
  });

  it('finds any bit that was changed in any tile', () => {
    fc.assert(
      fc.property(fc.constantFrom(...files.keys()), fc.nat(), fc.nat(), (name, at, by) => {
        const hashes: string[] = JSON.parse(files.get(name) ?? '[]');
        const changed = new Map(files).set(name, tileText(turnedAt(hashes, at, by)));
        return sentences(changed).join() === 'The tile does not hold what the feed gives.';
      }),
      { numRuns: 300, seed: 20_261_126 },
    );
  });

  it('finds what is no tile, and a tile beyond the feed unless it was written after the export', () => {
    const other = new Map(files).set('tiles/shop-a/0/x.json', '[]');
    expect(sentences(other)).toEqual(['No tile of the tree has this name.']);
    const beyond = new Map(files).set('tiles/shop-a/0/3/1.json', tileText([sha256Hex('beyond')]));
    expect(sentences(beyond)).toEqual(['The feed does not reach as far as this.']);
    expect(sentences(beyond, files.keys())).toEqual([]);
  });
});
