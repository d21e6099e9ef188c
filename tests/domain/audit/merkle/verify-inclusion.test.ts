import { describe, expect, it } from 'vitest';
import { leafHash } from '../../../../domain/audit/merkle/hash.ts';
import { type Inclusion, verifyInclusion } from '../../../../domain/audit/merkle/verify-inclusion.ts';
import { sha256OfHex } from '../../../../functions/_kit/crypto.ts';
import { emptyTree, inclusionProofs, leaves, roots, someHash, turned, wrongLeaf } from './vectors.ts';

type Case = readonly [string, Inclusion];

const good: readonly Inclusion[] = inclusionProofs.map(({ index, size, path }) => ({
  ...{ index, size, path },
  leaf: leafHash(sha256OfHex, leaves[index] ?? ''),
  root: roots[size - 1] ?? '',
}));

/** Every way in which the published vectors spoil a good proof (`cmd/proofgen/main.go`). */
const spoiled = (proof: Inclusion): readonly Case[] => {
  const { index, size, path, root } = proof;
  const [first = '', ...rest] = path;
  return [
    // Below 0 in 64 bits without a sign comes their largest number.
    ['the leaf before', { ...proof, index: index === 0 ? 2 ** 64 - 1 : index - 1 }],
    ['the leaf after', { ...proof, index: index + 1 }],
    ['the leaf two away', { ...proof, index: index ^ 2 }],
    ['twice the size', { ...proof, size: size * 2 }],
    ['half the size', { ...proof, size: Math.floor(size / 2) }],
    ['another leaf', { ...proof, leaf: wrongLeaf }],
    ['the root of nothing', { ...proof, root: emptyTree }],
    ['any root', { ...proof, root: someHash }],
    ['nothing added at the end', { ...proof, path: [...path, ''] }],
    ['the root added at the end', { ...proof, path: [...path, root] }],
    ['nothing added in front', { ...proof, path: ['', ...path] }],
    ['the root added in front', { ...proof, path: [root, ...path] }],
    ...path.map((hash, at): Case => [`a bit of hash ${at} turned`, { ...proof, path: path.with(at, turned(hash, 3)) }]),
    ...(path.length > 0 ? [['the last hash left out', { ...proof, path: path.slice(0, -1) }] satisfies Case] : []),
    ...(path.length > 1 ? [['a hash put in', { ...proof, path: [first, someHash, ...rest] }] satisfies Case] : []),
  ];
};

const sizesWithoutLeaf = [
  [0, 0],
  [0, 1],
  [1, 0],
  [2, 1],
] as const;
const emptyPaths: readonly Case[] = sizesWithoutLeaf.flatMap(([index, size]): readonly Case[] => [
  [`leaf ${index} of ${size}, no root`, { index, size, path: [], leaf: someHash, root: '' }],
  [`leaf ${index} of ${size}, no leaf`, { index, size, path: [], leaf: '', root: emptyTree }],
  [`leaf ${index} of ${size}, any leaf`, { index, size, path: [], leaf: someHash, root: emptyTree }],
]);

/** A tree of the one leaf "data", whose root is the hash of the leaf. */
const single = leafHash(sha256OfHex, Buffer.from('data').toString('hex'));
const one = { index: 0, size: 1, path: [], leaf: single, root: single };
const singles: readonly Case[] = [
  ['a single leaf, empty', { ...one, leaf: '' }],
  ['a single leaf without root', { ...one, root: '' }],
  ['a single leaf, empty, without root', { ...one, leaf: '', root: '' }],
];

const bad: readonly Case[] = [
  ...good.flatMap((proof) =>
    spoiled(proof).map(([what, one]): Case => [`${proof.index} of ${proof.size}: ${what}`, one]),
  ),
  ...emptyPaths,
  ...singles,
];

describe('verifyInclusion', () => {
  it('is tried by all 98 published vectors: 6 good and 92 bad', () => {
    expect([good.length + 1, bad.length]).toEqual([6, 92]);
  });
  it.each([...good, one])('accepts leaf $index of $size', (proof) => {
    expect(verifyInclusion(sha256OfHex, proof)).toBe(true);
  });
  it.each(bad)('refuses %s', (_what, proof) => {
    expect(verifyInclusion(sha256OfHex, proof)).toBe(false);
  });
  it.each([-1, 0.5, Number.NaN, 2 ** 53])('refuses a place of %s', (index) => {
    expect(verifyInclusion(sha256OfHex, { ...one, index, size: 2 ** 53 + 2 })).toBe(false);
  });
});
