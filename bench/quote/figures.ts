import { type Compared, compare } from '../measure/compare.ts';
import type { Contender } from '../measure/contender.ts';
import type { Goal, Row, Settings } from '../suite.ts';

export const rowOf = ({ name, median, least, times }: Compared): Row => ({
  what: name,
  figures: { 'µs CPU': median, least, '× ours': times },
});

/** So many times less processor time than one of the others was the goal. */
export const goalOf = (measured: readonly Compared[], name: string, goal: number, stretch: number): Goal => ({
  what: `CPU of ${name}`,
  is: measured.find((one) => one.name === name)?.times ?? Number.NaN,
  ...{ goal, stretch, better: 'more', unit: '× ours' },
});

/** How far the figures may be wrong: the first two contenders are the same. */
export const noiseNote = ([, again]: readonly Compared[]): string => {
  const percent = 100 * Math.abs((again?.times ?? Number.NaN) - 1);
  const verdict = percent > 8 ? ' More than 8: throw this run away, and make another on a quieter machine.' : '';
  return `The same contender measured twice differs from itself by ${percent.toFixed(1)} %.${verdict}`;
};

/** Measures the contenders that a module makes, by name, the first of them twice, and whatever stands beside them. */
export const measureAll = (
  module: URL,
  names: Readonly<Record<string, string>>,
  { effort, seed }: Settings,
  beside: readonly Contender[] = [],
): Promise<readonly Compared[]> => {
  const [first, ...others] = Object.entries(names).map(([make, name]): Contender => ({ name, module, make }));
  if (first === undefined) throw new Error('Nobody is measured.');
  return compare(
    [first, { ...first, name: 'Bindery again' }, ...others, ...beside],
    effort === 'full'
      ? { rounds: 25, batchMs: 300, warmMs: 3_000, seed }
      : { rounds: 3, batchMs: 50, warmMs: 1_000, seed },
  );
};
