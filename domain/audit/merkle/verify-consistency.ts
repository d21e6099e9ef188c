import { isHash, nodeHash, type Sha256 } from './hash.ts';
import { splitOf } from './subtrees.ts';

export type Consistency = {
  readonly first: number;
  readonly second: number;
  readonly firstRoot: string;
  readonly secondRoot: string;
  readonly path: readonly string[];
};

const half = (number: number): number => Math.floor(number / 2);
const isPowerOfTwo = (number: number): boolean => splitOf(number + 1) === number;

/** Where the walk begins: at the lowest node that both trees have in common, and how many rows that is up. */
const meeting = (first: number, second: number): readonly [number, number] => {
  let [fn, sn] = [first - 1, second - 1];
  while (fn % 2 === 1) [fn, sn] = [half(fn), half(sn)];
  return [fn, sn];
};

const walk = (sha256: Sha256, { first, second, firstRoot, secondRoot, path }: Consistency): boolean => {
  const [start = '', ...steps] = isPowerOfTwo(first) ? [firstRoot, ...path] : path;
  let [fn, sn] = meeting(first, second);
  let [older, newer] = [start, start];
  for (const step of steps) {
    if (sn === 0) return false;
    if (fn % 2 === 1 || fn === sn) {
      older = nodeHash(sha256, step, older);
      newer = nodeHash(sha256, step, newer);
      for (; fn % 2 === 0 && fn !== 0; sn = half(sn)) fn = half(fn);
    } else newer = nodeHash(sha256, newer, step);
    [fn, sn] = [half(fn), half(sn)];
  }
  return sn === 0 && older === firstRoot && newer === secondRoot;
};

/**
 * Whether a path proves that the tree of the second root begins with the whole tree of the first: RFC 9162 §2.1.4.2,
 * step by step. A tree is consistent with itself without any proof; with nothing, nothing can be.
 */
export const verifyConsistency = (sha256: Sha256, given: Consistency): boolean => {
  const { first, second, firstRoot, secondRoot, path } = given;
  if (!Number.isSafeInteger(first) || !Number.isSafeInteger(second) || first < 1 || first > second) return false;
  if (first === second) return path.length === 0 && firstRoot === secondRoot;
  if (path.length === 0 || ![firstRoot, ...path].every(isHash)) return false;
  return walk(sha256, given);
};
