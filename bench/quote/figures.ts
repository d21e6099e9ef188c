import type { Compared } from '../measure/compare.ts';
import type { Goal, Row } from '../suite.ts';

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
