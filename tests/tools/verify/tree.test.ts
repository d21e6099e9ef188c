import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inclusionSpans } from '../../../domain/audit/merkle/prove.ts';
import { hashOfSpan } from '../../../domain/audit/merkle/subtrees.ts';
import { verifyInclusion } from '../../../domain/audit/merkle/verify-inclusion.ts';
import { sha256Hex, sha256OfHex } from '../../../functions/_kit/crypto.ts';
import { leafOf } from '../../../functions/audit/read-tree.ts';
import { treeOver } from '../../../tools/verify/tree.ts';
import { turnedAt } from './forgers.ts';

/** The long run before a release does all of it over a million entries. */
const acts = Number(process.env['BINDERY_TAMPERINGS'] ?? 2_000);
const entries = acts >= 100_000 ? 1_000_000 : 30_000;

const leaves = Array.from({ length: entries }, (_, at) =>
  leafOf({ aggregate: 'policy', id: `pol_${at}`, seq: 1, hash: sha256Hex(String(at)) }),
);
const tree = treeOver(leaves);
const root = tree.rootAt(entries) ?? '';

describe('treeOver', () => {
  it('knows no root of a feed longer than its own, and no tile beyond it', () => {
    expect(tree.rootAt(entries + 1)).toBeUndefined();
    expect(tree.hashesOf({ level: 0, index: Math.floor(entries / 256), width: 256 })).toBeUndefined();
  });

  it(
    `proves any of ${entries} entries by at most 20 hashes, and none of which a bit was changed, in ${acts} acts`,
    () => {
      fc.assert(
        fc.property(fc.nat(entries - 1), fc.nat(), fc.nat(), (index, which, bit) => {
          const path = inclusionSpans(index, entries).map((span) => hashOfSpan(sha256OfHex, tree.nodes, span));
          const proof = { index, size: entries, leaf: leaves[index] ?? '', path, root };
          if (path.length > 20 || !verifyInclusion(sha256OfHex, proof)) return false;
          const [leaf = '', changed = '', ...others] = turnedAt([proof.leaf, root, ...path], which, bit);
          return !verifyInclusion(sha256OfHex, { ...proof, leaf, root: changed, path: others });
        }),
        { numRuns: acts, seed: 20_261_126 },
      );
    },
    60_000 + acts * 5,
  );
});
