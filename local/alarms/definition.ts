import type { Span } from '../metrics/frames.ts';
import { statisticOf } from '../metrics/stats.ts';
import { keyOf, type MetricId, type MetricStore } from '../metrics/store.ts';
import { type Formula, formulaOf, type Value } from './expression.ts';
import type { MetricAlarm } from './schema.ts';

/** What an alarm watches: a value for any stretch of time, and of which metrics it is made. */
export type Watched = {
  readonly metrics: readonly (MetricId & { readonly statistic: string })[];
  readonly periodMs: number;
  readonly valueIn: (store: MetricStore, span: Span) => Value;
  /** How a person would say it. */
  readonly words: string;
};

type Query = NonNullable<MetricAlarm['Metrics']>[number];
type Stat = NonNullable<Query['MetricStat']>;
type Named = { readonly id: string; readonly periodSeconds: number | undefined } & (
  | { readonly metric: MetricId; readonly statistic: string; readonly formula?: undefined }
  | { readonly formula: Formula; readonly metric?: undefined }
);

const idOf = ({ Namespace, MetricName, Dimensions = [] }: Stat['Metric']): MetricId => ({
  namespace: Namespace,
  name: MetricName,
  dimensions: Object.fromEntries(Dimensions.map(({ Name, Value }) => [Name, Value])),
});

const namedOf = ({ Id, Expression, MetricStat, Period }: Query): Named => {
  if (Expression !== undefined) return { id: Id, periodSeconds: Period, formula: formulaOf(Expression) };
  if (MetricStat === undefined) throw new Error(`${Id} has neither a metric nor an expression.`);
  const { Metric, Stat: statistic } = MetricStat;
  if (statisticOf(statistic) === undefined) throw new Error(`Nobody here can tell the statistic ${statistic}.`);
  return { id: Id, periodSeconds: MetricStat.Period, metric: idOf(Metric), statistic };
};

/** An alarm on one metric says it in other words than one on several. */
const queriesOf = (alarm: MetricAlarm): readonly Query[] => {
  const { Metrics, Namespace, MetricName, Period } = alarm;
  if (Metrics !== undefined) return Metrics;
  const Stat = alarm.Statistic ?? alarm.ExtendedStatistic;
  if (Namespace === undefined || MetricName === undefined || Period === undefined || Stat === undefined)
    throw new Error('It names neither metrics nor a metric with period and statistic.');
  const Metric = { Namespace, MetricName, Dimensions: alarm.Dimensions };
  return [{ Id: 'm', ReturnData: true, MetricStat: { Metric, Period, Stat } }];
};

/** What an alarm watches is the one that returns data; only one does. */
const watchedId = (queries: readonly Query[]): string => {
  const [only, ...others] = queries.length === 1 ? queries : queries.filter(({ ReturnData }) => ReturnData !== false);
  if (only === undefined || others.length > 0) throw new Error('It does not say which one value it watches.');
  return only.Id;
};

const wordsFor = (id: MetricId & { readonly statistic: string }): string => {
  const of = Object.values(id.dimensions).join(', ');
  return `${id.statistic} of ${id.name}${of === '' ? '' : ` (${of})`}`;
};

/** Understands what an alarm watches, or throws: a name that nothing defines, a circle, several periods. */
export const watchedBy = (alarm: MetricAlarm): Watched => {
  const queries = queriesOf(alarm);
  const all = new Map(queries.map((query) => [query.Id, namedOf(query)]));
  const last = watchedId(queries);
  const used: Named[] = [];

  const follow = (id: string, before: readonly string[]): void => {
    const named = all.get(id);
    if (named === undefined) throw new Error(`Nothing is called ${id}.`);
    if (before.includes(id)) throw new Error(`${id} is computed from itself.`);
    used.push(named);
    for (const name of named.formula?.names ?? []) follow(name, [...before, id]);
  };
  follow(last, []);
  const periods = new Set(used.flatMap(({ periodSeconds }) => periodSeconds ?? []));
  const [periodSeconds, ...others] = periods;
  if (periodSeconds === undefined || others.length > 0) throw new Error('Its metrics have several periods, or none.');
  const metrics = [...new Set(used)].flatMap((one) =>
    one.metric === undefined ? [] : [{ ...one.metric, statistic: one.statistic }],
  );
  const valueIn = (id: string, store: MetricStore, span: Span): Value => {
    const named = all.get(id);
    if (named?.formula !== undefined) return named.formula.of((name) => valueIn(name, store, span));
    const stats = named && store.between(keyOf(named.metric), span);
    return stats && statisticOf(named?.statistic ?? '')?.(stats);
  };
  const label = queries.find(({ Id }) => Id === last)?.Label;
  return {
    metrics,
    periodMs: periodSeconds * 1_000,
    valueIn: (store, span) => valueIn(last, store, span),
    words: label ?? metrics.map(wordsFor).join(' and '),
  };
};
