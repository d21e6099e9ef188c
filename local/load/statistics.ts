/** How one kind of request went. Times are of attempts that were answered. */
type Kind = { acknowledged: number; refused: number; retries: number; readonly ms: number[] };
export type KindReport = {
  readonly kind: string;
  readonly acknowledged: number;
  readonly refused: number;
  readonly retries: number;
  readonly perSecond: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
};

const quantile = (sorted: readonly number[], part: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;

/** Counts what was asked and answered, by kind and by status. */
export const statistics = () => {
  const kinds = new Map<string, Kind>();
  const statuses = new Map<string, number>();
  const kindOf = (name: string): Kind => {
    const kind = kinds.get(name) ?? { acknowledged: 0, refused: 0, retries: 0, ms: [] };
    kinds.set(name, kind);
    return kind;
  };
  return {
    /** An answer, or the reason why none came. */
    answer: (status: string): void => void statuses.set(status, (statuses.get(status) ?? 0) + 1),
    retry: (kind: string): void => {
      kindOf(kind).retries += 1;
    },
    done: (kind: string, outcome: 'acknowledged' | 'refused', ms: number): void => {
      const entry = kindOf(kind);
      entry[outcome] += 1;
      entry.ms.push(ms);
    },
    report: (seconds: number) => ({
      kinds: [...kinds]
        .toSorted(([a], [b]) => a.localeCompare(b))
        .map(([kind, { ms, ...counts }]): KindReport => {
          const sorted = ms.toSorted((a, b) => a - b);
          const times = { p50: quantile(sorted, 0.5), p95: quantile(sorted, 0.95), p99: quantile(sorted, 0.99) };
          return { kind, ...counts, perSecond: ms.length / seconds, ...times };
        }),
      statuses: [...statuses].toSorted(([a], [b]) => a.localeCompare(b)),
    }),
  };
};

/** The same counts, and each answer also among those of the moment in which it was asked for. */
export const countedTwice = (all: Statistics, alsoIn: (askedAt: number) => Statistics | undefined): Statistics => ({
  ...all,
  done: (kind, outcome, ms) => {
    all.done(kind, outcome, ms);
    alsoIn(Date.now() - ms)?.done(kind, outcome, ms);
  },
});
export type Statistics = ReturnType<typeof statistics>;
export type StatisticsReport = ReturnType<Statistics['report']>;
