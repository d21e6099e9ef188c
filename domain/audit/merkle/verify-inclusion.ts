import { isHash, nodeHash, type Sha256 } from './hash.ts';

export type Inclusion = {
  readonly index: number;
  readonly size: number;
  readonly leaf: string;
  readonly path: readonly string[];
  readonly root: string;
};

const half = (number: number): number => Math.floor(number / 2);

/** Whether a path proves that a leaf stands at its place in the tree of a root: RFC 9162 §2.1.3.2, step by step. */
export const verifyInclusion = (sha256: Sha256, { index, size, leaf, path, root }: Inclusion): boolean => {
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(size) || index < 0 || index >= size) return false;
  if (![leaf, ...path].every(isHash)) return false;
  let [fn, sn, hash] = [index, size - 1, leaf];
  for (const step of path) {
    if (sn === 0) return false;
    const isRight = fn % 2 === 1;
    if (isRight || fn === sn) {
      hash = nodeHash(sha256, step, hash);
      // The last node of a row without a sister moves up as it is.
      for (; fn % 2 === 0 && fn !== 0; sn = half(sn)) fn = half(fn);
    } else hash = nodeHash(sha256, hash, step);
    [fn, sn] = [half(fn), half(sn)];
  }
  return sn === 0 && hash === root;
};
