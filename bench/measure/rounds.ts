import { median, seeded, shuffled } from './statistics.ts';

/** What one round found of each contender, by name. */
export type Round<T> = ReadonlyMap<string, T>;

/**
 * Every round takes each contender once, in an order of its own: a machine that others share is faster in one minute
 * than in the next, and whoever always came first would have the best of it.
 */
export const inRounds = async <C extends { readonly name: string }, T>(
  contenders: readonly C[],
  { rounds, seed }: { readonly rounds: number; readonly seed: number },
  take: (contender: C) => Promise<T>,
): Promise<readonly Round<T>[]> => {
  const random = seeded(seed);
  const all: Map<string, T>[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const found = new Map<string, T>();
    for (const contender of shuffled(contenders, random)) found.set(contender.name, await take(contender));
    all.push(found);
  }
  return all;
};

/** One figure of a contender in every round. */
export const figuresOf = <T>(rounds: readonly Round<T>[], name: string, figure: (found: T) => number) =>
  rounds.map((round) => {
    const found = round.get(name);
    if (found === undefined) throw new Error(`${name} was not in every round.`);
    return figure(found);
  });

/** How many times another's figure is, inside of each round. */
export const timesIn = <T>(
  rounds: readonly Round<T>[],
  [name, ours]: readonly [name: string, ours: string],
  figure: (found: T) => number,
): readonly number[] => {
  const us = figuresOf(rounds, ours, figure);
  return figuresOf(rounds, name, figure).map((one, round) => one / (us[round] ?? Number.NaN));
};

export const medianOf = <T>(rounds: readonly Round<T>[], name: string, figure: (found: T) => number): number =>
  median(figuresOf(rounds, name, figure));

/** The middle of what is left when, inside a round, something else's figure is taken away. */
export const medianAbove = <T>(
  rounds: readonly Round<T>[],
  [name, below]: readonly [name: string, below: string],
  figure: (found: T) => number,
): number => {
  const less = figuresOf(rounds, below, figure);
  return median(figuresOf(rounds, name, figure).map((one, round) => one - (less[round] ?? Number.NaN)));
};

/**
 * How many times `ours` another needs, both above what an empty function needs in the same round. Where we are within
 * a noise of nothing there is no ratio to speak of; the least that counts is a tenth of a millisecond.
 */
export const medianTimes = <T>(
  rounds: readonly Round<T>[],
  { name, ours, empty }: { readonly name: string; readonly ours: string; readonly empty: string },
  figure: (found: T) => number,
): number => {
  const less = figuresOf(rounds, empty, figure);
  const us = figuresOf(rounds, ours, figure);
  return median(
    figuresOf(rounds, name, figure).map((one, round) => {
      const below = less[round] ?? Number.NaN;
      return (one - below) / Math.max(0.1, (us[round] ?? Number.NaN) - below);
    }),
  );
};
