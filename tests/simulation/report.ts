import { allFaults } from './faults.ts';
import type { SeedResult } from './run-seed.ts';
import { type Invariant, invariants } from './violation.ts';

/** What many seeds came to: everything is counted, so that a run which tried nothing shows. */
export type Tally = {
  seeds: number;
  commands: number;
  deliveries: number;
  crashes: number;
  readonly faults: Map<string, number>;
  /** Commands that were answered with success, by operation. */
  readonly operations: Map<string, number>;
  /** How much each invariant's checks looked at. */
  readonly looked: Map<string, number>;
  readonly failures: { readonly seed: number; readonly what: string }[];
};

export const emptyTally = (): Tally => ({
  ...{ seeds: 0, commands: 0, deliveries: 0, crashes: 0 },
  ...{ faults: new Map(), operations: new Map(), looked: new Map(), failures: [] },
});

const addAll = (to: Map<string, number>, from: Iterable<readonly [string, number]>): void => {
  for (const [name, count] of from) to.set(name, (to.get(name) ?? 0) + count);
};

/** A part of a tally, which is only read. */
type Part = Readonly<Omit<Tally, 'faults' | 'operations' | 'looked'>> & {
  readonly [N in 'faults' | 'operations' | 'looked']: ReadonlyMap<string, number>;
};

/** Adds what other seeds came to. */
export const addTally = (to: Tally, from: Part): void => {
  to.seeds += from.seeds;
  to.commands += from.commands;
  to.deliveries += from.deliveries;
  to.crashes += from.crashes;
  addAll(to.faults, from.faults);
  addAll(to.operations, from.operations);
  addAll(to.looked, from.looked);
  to.failures.push(...from.failures);
};

const failuresMax = 3;

export const addSeed = (tally: Tally, { seed, violations, ...result }: SeedResult): void => {
  const failures = violations
    .slice(0, failuresMax)
    .map(({ invariant, what }) => ({ seed, what: `${invariant}: ${what}` }));
  addTally(tally, { ...emptyTally(), ...result, seeds: 1, failures });
};

/** So many seeds have tried everything, however chance falls; fewer may have missed something. */
const seedsForAll = 500;

/** What was never tried: a fault that was not injected, an operation that did not succeed, a check that saw nothing. */
export const deadParts = (tally: Tally, operations: readonly string[]): readonly string[] => {
  if (tally.seeds < seedsForAll) return [];
  const dead = (names: readonly string[], counts: ReadonlyMap<string, number>, what: string): readonly string[] =>
    names.filter((name) => (counts.get(name) ?? 0) === 0).map((name) => `${what}: ${name}`);
  return [
    ...dead(allFaults, tally.faults, 'A fault was never injected'),
    ...dead(operations, tally.operations, 'An operation never succeeded'),
    ...dead(Object.keys(invariants), tally.looked, 'An invariant never looked at anything'),
  ];
};

const listed = (counts: ReadonlyMap<string, number>): readonly string[] =>
  [...counts].toSorted(([a], [b]) => a.localeCompare(b)).map(([name, count]) => `  ${name.padEnd(34)} ${count}`);

/** The report as lines. */
export const linesOf = (tally: Tally, seconds: number): readonly string[] => {
  const looked = [...tally.looked].toSorted(([a], [b]) => a.localeCompare(b));
  return [
    `seeds ${tally.seeds}, commands ${tally.commands}, deliveries ${tally.deliveries}, crashes ${tally.crashes}, ` +
      `faults ${[...tally.faults.values()].reduce((sum, one) => sum + one, 0)}, ` +
      `checks ${looked.reduce((sum, [, one]) => sum + one, 0)}, failures ${tally.failures.length}, ` +
      `${seconds.toFixed(1)} s`,
    'faults injected:',
    ...listed(tally.faults),
    'commands that succeeded:',
    ...listed(tally.operations),
    'looked at, by invariant:',
    ...looked.map(([name, count]) => `  ${name} ${String(count).padStart(9)}  ${invariants[name as Invariant]}`),
  ];
};
