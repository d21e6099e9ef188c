import { mergeInto, noStats, statisticOf } from './stats.ts';
import { keyOf, type MetricId, type MetricStore } from './store.ts';

/** Asks for one statistic of a metric over time, of all its dimensions together or of each value of one dimension. */
export type SeriesQuery = {
  readonly namespace: string;
  /** `premium*` is every metric whose name begins so, each with a line that is called by the rest of its name. */
  readonly name: string;
  /** The names of its dimensions, all of them: the same thing may be measured under several sets. */
  readonly dimensions: readonly string[];
  /** Only what has these dimensions with these values. */
  readonly where?: Readonly<Record<string, string>>;
  /** A line for each value of this dimension. */
  readonly by?: string;
  readonly statistic: string;
};
export type Line = { readonly label: string; readonly values: readonly (number | null)[] };
/** `times` are the beginnings of the steps, in seconds since 1970. */
export type Series = {
  readonly stepSeconds: number;
  readonly times: readonly number[];
  readonly lines: readonly Line[];
};

export type Range = { readonly from: number; readonly to: number; readonly stepMs: number };

/** More lines than this nobody can tell apart; the highest are shown. */
const linesMax = 8;

const heightOf = ({ values }: Line): number => Math.max(...values.map((value) => value ?? Number.NEGATIVE_INFINITY));

const rounded = (value: number): number => Math.round(value * 100) / 100;

/** Which line a metric belongs to; undefined where it was not asked for. */
const lineOf = ({ namespace, name, dimensions, where = {}, by }: SeriesQuery, id: MetricId): string | undefined => {
  const prefix = name.endsWith('*') ? name.slice(0, -1) : undefined;
  const isNamed = prefix === undefined ? id.name === name : id.name.startsWith(prefix);
  const schema = Object.keys(id.dimensions).toSorted().join();
  if (id.namespace !== namespace || !isNamed || schema !== dimensions.toSorted().join()) return undefined;
  if (Object.entries(where).some(([dimension, value]) => id.dimensions[dimension] !== value)) return undefined;
  return (by && id.dimensions[by]) ?? id.name.slice(prefix?.length ?? 0);
};

/** What was measured over time, for a chart. */
export const seriesOf = (store: MetricStore, query: SeriesQuery, { from, to, stepMs }: Range): Series => {
  const compute = statisticOf(query.statistic);
  if (compute === undefined) throw new Error(`Nobody here can tell the statistic ${query.statistic}.`);
  const asked = [...store.ids().values()].flatMap((id) => {
    const label = lineOf(query, id);
    return label === undefined ? [] : [{ label, id }];
  });
  const groups = Map.groupBy(asked, ({ label }) => label);
  const steps = Array.from({ length: Math.ceil((to - from) / stepMs) }, (_, at) => from + at * stepMs);
  const valueAt = (keys: readonly string[], start: number): number | null => {
    const all = noStats(true);
    for (const key of keys) {
      const stats = store.between(key, { from: start, to: start + stepMs });
      if (stats !== undefined) mergeInto(all, stats);
    }
    return all.count === 0 ? null : rounded(compute(all));
  };
  const lines = [...groups].map(([label, ids]) => {
    const keys = ids.map(({ id }) => keyOf(id));
    return { label, values: steps.map((start) => valueAt(keys, start)) };
  });
  const highest = lines.toSorted((a, b) => heightOf(b) - heightOf(a)).slice(0, linesMax);
  return { stepSeconds: stepMs / 1_000, times: steps.map((start) => start / 1_000), lines: highest };
};
