import { describe, expect, it } from 'vitest';
import { type Consistency, verifyConsistency } from '../../../../domain/audit/merkle/verify-consistency.ts';
import { sha256OfHex } from '../../../../functions/_kit/crypto.ts';
import { anyRoots, consistencyProofs, emptyTree, roots, turned, wrongRoot } from './vectors.ts';

type Case = readonly [string, Consistency];

const good: readonly Consistency[] = consistencyProofs.map(({ first, second, path }) => ({
  ...{ first, second, path },
  ...{ firstRoot: roots[first - 1] ?? '', secondRoot: roots[second - 1] ?? '' },
}));

/** Every way in which the published vectors spoil a good proof that has hashes (`cmd/proofgen/main.go`). */
const spoiled = (proof: Consistency): readonly Case[] => {
  const { first, second, firstRoot, secondRoot, path } = proof;
  return [
    ['one leaf less before', { ...proof, first: first - 1 }],
    ['one leaf more before', { ...proof, first: first + 1 }],
    ['another number of leaves before', { ...proof, first: first ^ 2 }],
    ['twice the size', { ...proof, second: second * 2 }],
    ['half the size', { ...proof, second: Math.floor(second / 2) }],
    ['another root before', { ...proof, firstRoot: wrongRoot }],
    ['another root after', { ...proof, secondRoot: wrongRoot }],
    ['the roots exchanged', { ...proof, firstRoot: secondRoot, secondRoot: firstRoot }],
    ['no path', { ...proof, path: [] }],
    ['nothing added at the end', { ...proof, path: [...path, ''] }],
    ['the older root added at the end', { ...proof, path: [...path, firstRoot] }],
    ['the newer root added at the end', { ...proof, path: [...path, secondRoot] }],
    ['nothing added in front', { ...proof, path: ['', ...path] }],
    ['the older root added in front', { ...proof, path: [firstRoot, ...path] }],
    ['the newer root added in front', { ...proof, path: [secondRoot, ...path] }],
    ['the first hash twice', { ...proof, path: [path[0] ?? '', ...path] }],
    ['the last hash left out', { ...proof, path: path.slice(0, -1) }],
    ...path.map((hash, at): Case => [`a bit of hash ${at} turned`, { ...proof, path: path.with(at, turned(hash, 4)) }]),
  ];
};

const [one, other] = anyRoots;
const between = (first: number, second: number, rest: readonly [string, string, ...string[]]): Consistency => {
  const [firstRoot, secondRoot, ...path] = rest;
  return { first, second, firstRoot, secondRoot, path };
};
const additional: readonly Case[] = [
  ['trees of nothing with two roots', between(0, 0, [one, other])],
  ['trees of one leaf with two roots', between(1, 1, [one, other])],
  ['trees of nothing', between(0, 0, [one, one])],
  ['a tree after nothing', between(0, 1, [one, other])],
  ['a smaller tree after a larger one', between(1, 0, [one, other])],
  ['a smaller tree after a larger one, again', between(2, 1, [one, other])],
  ['another tree without a path', between(1, 2, [one, other])],
  ['trees of nothing, one of them rightly', between(0, 0, [emptyTree, other])],
  ['trees of one leaf, one of them empty', between(1, 1, [emptyTree, other])],
  ['trees of nothing with a path', between(0, 0, [emptyTree, emptyTree, emptyTree])],
  ['a tree and itself with a path', between(1, 1, [emptyTree, emptyTree, emptyTree])],
  ['a tree after the empty one', between(0, 1, [emptyTree, other])],
  ['a tree after the empty one, with a path', between(0, 1, [emptyTree, emptyTree, emptyTree])],
];
const same = between(1, 1, [other, other]);

const bad: readonly Case[] = [
  ...good
    .filter(({ path }) => path.length > 0)
    .flatMap((proof) =>
      spoiled(proof).map(([what, each]): Case => [`${proof.first} to ${proof.second}: ${what}`, each]),
    ),
  ...additional,
];

describe('verifyConsistency', () => {
  it('is tried by all 98 published vectors: 6 good and 92 bad', () => {
    expect([good.length + 1, bad.length]).toEqual([6, 92]);
  });
  it.each([...good, same])('accepts $second leaves after $first', (proof) => {
    expect(verifyConsistency(sha256OfHex, proof)).toBe(true);
  });
  it.each(bad)('refuses %s', (_what, proof) => {
    expect(verifyConsistency(sha256OfHex, proof)).toBe(false);
  });
  it.each([-1, 0.5, Number.NaN])('refuses a size of %s', (first) => {
    expect(verifyConsistency(sha256OfHex, { ...same, first })).toBe(false);
  });
});
