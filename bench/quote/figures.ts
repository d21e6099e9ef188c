import { type Compared, compare } from '../measure/compare.ts';
import type { Contender } from '../measure/contender.ts';
import { median, middleHalf } from '../measure/statistics.ts';
import { readable } from '../print.ts';
import type { Goal, Row, Settings } from '../suite.ts';

export const rowOf = ({ name, us, times }: Compared): Row => ({
  what: name,
  figures: { 'µs CPU': median(us), '× ours': median(times), 'half of the rounds': middleHalf(times, readable) },
});

/** So many times less processor time than one of the others was the goal. */
export const goalOf = (
  measured: readonly Compared[],
  what: string,
  name: string,
  wanted: Pick<Goal, 'goal' | 'stretch'>,
): Goal => {
  const [ours] = measured;
  const theirs = measured.find((one) => one.name === name);
  const told = (one: Compared | undefined): string => `${readable(median(one?.us ?? []))} µs`;
  return {
    what: `${what}: ${name}`,
    is: median(theirs?.times ?? []),
    ...wanted,
    ...{ better: 'more', unit: '× our CPU' },
    headline: { question: `${what}, CPU, against ${name}`, ours: told(ours), theirs: told(theirs) },
  };
};

/** By how much the first two contenders differ, which are the same. */
export const noiseOf = ([, again]: readonly Compared[]): number => Math.abs(median(again?.times ?? []) - 1);

const effortOf = {
  full: { sittings: 5, rounds: 25, batchMs: 100, warmMs: 2_000 },
  quick: { sittings: 1, rounds: 3, batchMs: 50, warmMs: 1_000 },
};

/** How a comparison was made, for whoever reads its figures. */
export const methodNote = ({ effort }: Settings): string => {
  const { sittings, rounds, batchMs, warmMs } = effortOf[effort];
  return (
    `${sittings} times everybody is started anew and warmed for ${warmMs} ms of processor time; then come ${rounds} ` +
    `rounds, in each of which everybody works for some ${batchMs} ms.`
  );
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
  const all = [first, { ...first, name: 'Bindery again' }, ...others, ...beside];
  return compare(all, { ...effortOf[effort], seed });
};
