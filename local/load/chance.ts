import { createHash } from 'node:crypto';

/** Chance that a seed fixes: the same name gives the same throws in every run. */
export const chanceOf = (...names: readonly (string | number)[]) => {
  let count = 0;
  const next = (): number => {
    count += 1;
    const bytes = createHash('sha256')
      .update(JSON.stringify([...names, count]))
      .digest();
    return bytes.readUInt32BE(0) / 2 ** 32;
  };
  return {
    next,
    /** True in so many of a hundred cases. */
    percent: (of: number): boolean => next() * 100 < of,
    pick: <T>(from: readonly T[]): T => {
      const one = from[Math.floor(next() * from.length)];
      if (one === undefined) throw new Error('There is nothing to pick from.');
      return one;
    },
    digits: (many: number): string => Array.from({ length: many }, () => Math.floor(next() * 10)).join(''),
  };
};
export type Chance = ReturnType<typeof chanceOf>;

/** So many moments of a span in order, none in its first and last tenth. */
export const momentsIn = (chance: Chance, spanMs: number, many: number): readonly number[] =>
  Array.from({ length: many }, () => Math.round(spanMs * (0.1 + 0.8 * chance.next()))).toSorted((a, b) => a - b);
