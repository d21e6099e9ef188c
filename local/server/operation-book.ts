import type { LogLine } from '../../functions/_kit/platform.ts';
import type { Cost } from './naive-shape.ts';

type Kept = { calls: number; failures: number; ms: number[]; readUnits: number; counted: number };
type Commits = { count: number; units: number; naive: number };

/** The latest durations of each operation that are remembered, for the percentiles. */
const keptMax = 2_000;

const quantile = (sorted: readonly number[], part: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
const mean = (sum: number, count: number): number => (count === 0 ? 0 : Math.round((sum / count) * 100) / 100);
const numberOf = (value: LogLine[string]): number => (typeof value === 'number' ? value : 0);

/** What the log lines say about each operation since the start: how often, how fast, and what it cost. */
export const operationBook = () => {
  const kept = new Map<string, Kept>();
  const committed = new Map<string, Commits>();

  const entryOf = (operation: string): Kept => {
    const entry = kept.get(operation) ?? { calls: 0, failures: 0, ms: [], readUnits: 0, counted: 0 };
    kept.set(operation, entry);
    return entry;
  };
  return {
    note: (line: LogLine): void => {
      const { operation, ms, outcome } = line;
      if (typeof operation !== 'string' || typeof ms !== 'number') return;
      const entry = entryOf(operation);
      entry.calls += 1;
      if (entry.ms.length === keptMax) entry.ms.shift();
      entry.ms.push(ms);
      if (line['level'] === 'error') entry.failures += 1;
      // A refusal or a replay costs other units than the work itself, so the means are over what was done.
      if (outcome !== 'ok') return;
      entry.counted += 1;
      entry.readUnits += numberOf(line['readUnits']);
    },
    noteCommit: ({ operation, units, naive }: Cost): void => {
      const sum = committed.get(operation) ?? { count: 0, units: 0, naive: 0 };
      committed.set(operation, { count: sum.count + 1, units: sum.units + units, naive: sum.naive + naive });
    },
    report: () =>
      [...kept]
        .toSorted(([a], [b]) => a.localeCompare(b))
        .map(([operation, { calls, failures, ms, readUnits, counted }]) => {
          const sorted = ms.toSorted((a, b) => a - b);
          const { count, units, naive } = committed.get(operation) ?? { count: 0, units: 0, naive: 0 };
          return {
            ...{ operation, calls, failures },
            ms: { p50: quantile(sorted, 0.5), p99: quantile(sorted, 0.99) },
            readUnits: mean(readUnits, counted),
            commits: count,
            // By commit, for one call may commit twice, or find that its work stands already.
            writeUnits: mean(units, count),
            naiveWriteUnits: mean(naive, count),
          };
        }),
  };
};
export type OperationBook = ReturnType<typeof operationBook>;
export type OperationReport = ReturnType<OperationBook['report']>[number];
