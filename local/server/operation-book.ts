import type { LogLine } from '../../functions/_kit/platform.ts';

type Kept = { calls: number; failures: number; ms: number[]; readUnits: number; writeUnits: number; counted: number };
type Naive = { commits: number; units: number };

/** The latest durations of each operation that are remembered, for the percentiles. */
const keptMax = 2_000;

const quantile = (sorted: readonly number[], part: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
const mean = (sum: number, count: number): number => (count === 0 ? 0 : Math.round((sum / count) * 100) / 100);
const numberOf = (value: LogLine[string]): number => (typeof value === 'number' ? value : 0);

/** What the log lines say about each operation since the start: how often, how fast, and what it cost. */
export const operationBook = () => {
  const kept = new Map<string, Kept>();
  const naive = new Map<string, Naive>();

  const entryOf = (operation: string): Kept => {
    const entry = kept.get(operation) ?? { calls: 0, failures: 0, ms: [], readUnits: 0, writeUnits: 0, counted: 0 };
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
      entry.writeUnits += numberOf(line['writeUnits']);
    },
    noteNaive: (operation: string, units: number): void => {
      const entry = naive.get(operation) ?? { commits: 0, units: 0 };
      naive.set(operation, { commits: entry.commits + 1, units: entry.units + units });
    },
    report: () =>
      [...kept]
        .toSorted(([a], [b]) => a.localeCompare(b))
        .map(([operation, { calls, failures, ms, readUnits, writeUnits, counted }]) => {
          const sorted = ms.toSorted((a, b) => a - b);
          const { commits, units } = naive.get(operation) ?? { commits: 0, units: 0 };
          return {
            ...{ operation, calls, failures },
            ms: { p50: quantile(sorted, 0.5), p99: quantile(sorted, 0.99) },
            readUnits: mean(readUnits, counted),
            writeUnits: mean(writeUnits, counted),
            commits,
            naiveWriteUnits: mean(units, commits),
          };
        }),
  };
};
export type OperationBook = ReturnType<typeof operationBook>;
export type OperationReport = ReturnType<OperationBook['report']>[number];
