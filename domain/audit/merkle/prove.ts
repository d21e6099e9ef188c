import { type Span, splitOf } from './subtrees.ts';

const path = (index: number, { from, to }: Span): readonly Span[] => {
  if (to - from <= 1) return [];
  const middle = from + splitOf(to - from);
  return index < middle
    ? [...path(index, { from, to: middle }), { from: middle, to }]
    : [...path(index, { from: middle, to }), { from, to: middle }];
};

/** The spans whose hashes prove that a leaf is in a tree of a size: `PATH(m, D[n])` (RFC 6962 §2.1.1). */
export const inclusionSpans = (index: number, size: number): readonly Span[] => path(index, { from: 0, to: size });

/** `SUBPROOF(m, D[n], b)`; a span that begins the tree is the older tree itself, whose root is known. */
const subproof = (first: number, { from, to }: Span): readonly Span[] => {
  if (first === to) return from === 0 ? [] : [{ from, to }];
  const middle = from + splitOf(to - from);
  return first <= middle
    ? [...subproof(first, { from, to: middle }), { from: middle, to }]
    : [...subproof(first, { from: middle, to }), { from, to: middle }];
};

/**
 * The spans whose hashes prove that the tree of the first size begins the tree of the second: `PROOF(m, D[n])` (RFC
 * 6962 §2.1.2).
 */
export const consistencySpans = (first: number, second: number): readonly Span[] =>
  subproof(first, { from: 0, to: second });
