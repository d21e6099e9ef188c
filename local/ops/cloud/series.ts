import { type CloudWatchClient, type MetricDataResult, paginateGetMetricData } from '@aws-sdk/client-cloudwatch';
import type { Line, Series, SeriesQuery } from '../../metrics/series.ts';
import { type About, aboutIn, labelOf, searchOf } from './search.ts';

const minuteMs = 60_000;
/** Within so many hours every minute is shown by itself, as on a laptop. */
const fineHours = 3;
/** More lines than this nobody can tell apart; the highest are shown. */
const linesMax = 8;

export const stepMsOf = (hours: number): number => (hours > fineHours ? 5 * minuteMs : minuteMs);

/**
 * Values of several metrics that make one line. Percentiles cannot be computed of percentiles: the highest is shown,
 * which is never better than what happened.
 */
const together = (statistic: string): ((a: number, b: number) => number) => {
  if (statistic === 'Sum' || statistic === 'SampleCount') return (a, b) => a + b;
  return statistic === 'Minimum' ? Math.min : Math.max;
};

/** Other stages of an account have queues too; letters wait in dead-letter queues, and work in all others. */
const isShown = (stage: string, { name }: About, queue: string | undefined): boolean => {
  if (queue === undefined) return true;
  const wantsDead = name === 'ApproximateNumberOfMessagesVisible';
  return queue.startsWith(`bindery-${stage}-`) && queue.endsWith('-dead') === wantsDead;
};

/** Which line a metric belongs to; undefined where it was not asked for. */
const lineOf = (stage: string, { name, by }: SeriesQuery, about: About): string | undefined => {
  const prefix = name.endsWith('*') ? name.slice(0, -1) : undefined;
  if (prefix === undefined ? about.name !== name : !about.name.startsWith(prefix)) return undefined;
  if (!isShown(stage, about, about.dimensions['QueueName'])) return undefined;
  return (by && about.dimensions[by]) ?? about.name.slice(prefix?.length ?? 0);
};

const heightOf = ({ values }: Line): number => Math.max(...values.map((value) => value ?? Number.NEGATIVE_INFINITY));
const rounded = (value: number): number => Math.round(value * 100) / 100;

type Asked = { readonly stage: string; readonly query: SeriesQuery; readonly times: readonly number[] };

/** The lines of a chart, out of all that a search has found. */
export const linesOf = ({ stage, query, times }: Asked, found: readonly MetricDataResult[]): readonly Line[] => {
  const add = together(query.statistic);
  const places = new Map(times.map((time, at) => [time, at]));
  const lines = new Map<string, (number | null)[]>();
  for (const { Label = '', Timestamps = [], Values = [] } of found) {
    const label = lineOf(stage, query, aboutIn(Label, query));
    if (label === undefined) continue;
    const values = lines.get(label) ?? times.map(() => null);
    lines.set(label, values);
    for (const [index, instant] of Timestamps.entries()) {
      const at = places.get(instant.getTime() / 1_000);
      const value = Values[index];
      if (at === undefined || value === undefined) continue;
      const before = values[at] ?? null;
      values[at] = rounded(before === null ? value : add(before, value));
    }
  }
  const all = [...lines].map(([label, values]) => ({ label, values }));
  return all.toSorted((a, b) => heightOf(b) - heightOf(a)).slice(0, linesMax);
};

/** What CloudWatch has measured of a stage over time, for a chart. */
export const seriesOf = async (
  client: CloudWatchClient,
  { stage, query, hours, now }: Omit<Asked, 'times'> & { readonly hours: number; readonly now: number },
): Promise<Series> => {
  const stepMs = stepMsOf(hours);
  const stepSeconds = stepMs / 1_000;
  const to = Math.floor(now / stepMs) * stepMs + stepMs;
  const from = to - hours * 60 * minuteMs;
  const times = Array.from({ length: (to - from) / stepMs }, (_, at) => from / 1_000 + at * stepSeconds);
  const expression = searchOf(query, stepSeconds);
  if (expression === undefined) return { stepSeconds, times, lines: [] };
  const found: MetricDataResult[] = [];
  const asked = {
    MetricDataQueries: [{ Id: 'found', Expression: expression, Label: labelOf(query) }],
    StartTime: new Date(from),
    EndTime: new Date(to),
    ScanBy: 'TimestampAscending' as const,
  };
  for await (const { MetricDataResults = [] } of paginateGetMetricData({ client }, asked))
    found.push(...MetricDataResults);
  return { stepSeconds, times, lines: linesOf({ stage, query, times }, found) };
};
