import { describe, expect, it } from 'vitest';
import { emptyRoot, isHash, leafHash, nodeHash } from '../../../../domain/audit/merkle/hash.ts';
import { sha256OfHex } from '../../../../functions/_kit/crypto.ts';
import { emptyTree, leaves, plainRoot, roots } from './vectors.ts';

const node = (left: string, right: string) => nodeHash(sha256OfHex, left, right);
const hashes = leaves.map((leaf) => leafHash(sha256OfHex, leaf));

describe('leafHash and nodeHash', () => {
  it.each(roots.map((root, at) => [at + 1, root]))('give the published root over %i leaves', (size, root) => {
    expect(plainRoot(node, hashes.slice(0, Number(size)))).toBe(root);
  });

  it('give nothing for a leaf that a node gives, whatever its bytes', () => {
    const [left = '', right = ''] = hashes;
    expect(leafHash(sha256OfHex, left + right)).not.toBe(node(left, right));
  });
});

describe('emptyRoot', () => {
  it('is the hash of nothing', () => {
    expect(emptyRoot(sha256OfHex)).toBe(emptyTree);
  });
});

describe('isHash', () => {
  it('knows 32 bytes in small hex from anything else', () => {
    expect(isHash(roots[0])).toBe(true);
    for (const text of ['', roots[0].slice(2), `${roots[0]}00`, roots[0].toUpperCase(), `${roots[0]}\n`])
      expect(isHash(text), text).toBe(false);
  });
});
