/**
 * What was measured of one thing in one stretch of time. Percentiles come from a histogram whose bins each are two
 * per cent wider than the one before, so they are right to one per cent whatever was measured.
 */
export type Stats = {
  count: number;
  sum: number;
  min: number;
  max: number;
  /** How many values lie in each bin; left out where nobody asks for percentiles. */
  bins?: Map<number, number>;
};

const growth = Math.log(1.02);
/** Everything that is not above zero. */
const lowest = Number.NEGATIVE_INFINITY;

const binOf = (value: number): number => (value > 0 ? Math.ceil(Math.log(value) / growth) : lowest);
const middleOf = (bin: number): number => (bin === lowest ? 0 : Math.exp((bin - 0.5) * growth));

export const noStats = (spread: boolean): Stats => ({
  ...{ count: 0, sum: 0, min: Number.POSITIVE_INFINITY, max: Number.NEGATIVE_INFINITY },
  ...(spread && { bins: new Map() }),
});

export const addTo = (stats: Stats, value: number): void => {
  stats.count += 1;
  stats.sum += value;
  stats.min = Math.min(stats.min, value);
  stats.max = Math.max(stats.max, value);
  stats.bins?.set(binOf(value), (stats.bins.get(binOf(value)) ?? 0) + 1);
};

/** Adds all of one stretch to another. */
export const mergeInto = (stats: Stats, other: Stats): void => {
  stats.count += other.count;
  stats.sum += other.sum;
  stats.min = Math.min(stats.min, other.min);
  stats.max = Math.max(stats.max, other.max);
  if (other.bins === undefined) return;
  stats.bins ??= new Map();
  for (const [bin, count] of other.bins) stats.bins.set(bin, (stats.bins.get(bin) ?? 0) + count);
};

/** The value of a rank: the first and the last are known exactly, what lies between by its bin. */
const valueAt = ({ count, min, max, bins = new Map() }: Stats, rank: number): number => {
  if (rank <= 1) return min;
  if (rank >= count) return max;
  let before = 0;
  for (const [bin, there] of [...bins].toSorted(([a], [b]) => a - b)) {
    before += there;
    if (before >= rank) return Math.min(max, Math.max(min, middleOf(bin)));
  }
  return max;
};

const plain = {
  Sum: ({ sum }: Stats) => sum,
  Average: ({ sum, count }: Stats) => sum / count,
  Minimum: ({ min }: Stats) => min,
  Maximum: ({ max }: Stats) => max,
  SampleCount: ({ count }: Stats) => count,
} as const;

const percentile = /^p(100|\d{1,2}(?:\.\d{1,10})?)$/;

export type Statistic = (stats: Stats) => number;

/** The statistic of a name, as CloudWatch calls it; undefined for one that is not kept here. */
export const statisticOf = (name: string): Statistic | undefined => {
  const known = Object.entries(plain).find(([one]) => one === name)?.[1];
  if (known !== undefined) return known;
  const [, part] = percentile.exec(name) ?? [];
  if (part === undefined) return undefined;
  return (stats) => valueAt(stats, Math.ceil((Number(part) / 100) * stats.count));
};
