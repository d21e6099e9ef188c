import { Duration } from 'aws-cdk-lib';
import {
  GraphWidget,
  type IMetric,
  MathExpression,
  Metric,
  SearchExpression,
  SingleValueWidget,
} from 'aws-cdk-lib/aws-cloudwatch';

/** How much time a point of a line stands for. */
const period = Duration.minutes(5);

const eitherOf = (values: readonly string[]): string => {
  const quoted = values.map((value) => `"${value}"`);
  return quoted.length === 1 ? quoted.join() : `(${quoted.join(' OR ')})`;
};

type Wanted = {
  readonly metric: string;
  readonly outcomes?: readonly string[];
  readonly operations?: readonly string[];
};

/** The query of a search over our own metrics; an operation that is new tomorrow is found by itself. */
const ownQuery = ({ metric, outcomes, operations }: Wanted): string =>
  [
    '{Bindery,operation,outcome}',
    `MetricName="${metric}"`,
    ...(operations === undefined ? [] : [`operation=${eitherOf(operations)}`]),
    ...(outcomes === undefined ? [] : [`outcome=${eitherOf(outcomes)}`]),
  ].join(' ');

/** It names no period, so that a figure can be of the whole range that is looked at. */
const searchOf = (query: string, statistic: string): string => `SEARCH('${query}', '${statistic}')`;

/** A line for each operation and outcome. */
export const each = (wanted: Wanted, statistic = 'Sum'): IMetric =>
  new SearchExpression({ expression: searchOf(ownQuery(wanted), statistic), label: '', period });

/** One line: the sum over all operations, or the largest of them. */
export const total = (label: string, wanted: Wanted, over: 'SUM' | 'MAX' = 'SUM'): IMetric =>
  new MathExpression({
    expression: `${over}(${searchOf(ownQuery(wanted), over === 'SUM' ? 'Sum' : 'Maximum')})`,
    usingMetrics: {},
    label,
    period,
  });

/** A share in per cent; nothing is shown where there is no whole. */
export const share = (label: string, part: Wanted, whole: Wanted): IMetric =>
  new MathExpression({
    expression: 'IF(whole > 0, 100 * FILL(part, 0) / whole)',
    usingMetrics: { part: total('', part), whole: total('', whole) },
    label,
    period,
  });

type AwsMetric = {
  readonly namespace: string;
  readonly dimension: string;
  readonly metric: string;
  readonly statistic: string;
};

/** A line for each resource of ours that emits a metric of AWS: what it is called holds these words. */
export const eachOf = ({ namespace, dimension, metric, statistic }: AwsMetric, ...words: readonly string[]): IMetric =>
  new SearchExpression({
    expression: searchOf(
      [`{${namespace},${dimension}} MetricName="${metric}"`, ...words.map((word) => `${dimension}=${word}`)].join(' '),
      statistic,
    ),
    label: '',
    period,
  });

/** A metric of AWS of one resource. */
export const one = (
  namespace: string,
  metricName: string,
  dimensionsMap: Readonly<Record<string, string>>,
  statistic = 'Sum',
): IMetric => new Metric({ namespace, metricName, dimensionsMap, statistic, period, label: metricName });

const height = 6;

export const graph = (title: string, left: readonly IMetric[], label = '', width = 8): GraphWidget =>
  new GraphWidget({ title, period, left: [...left], width, height, leftYAxis: { min: 0, label, showUnits: false } });

/** What the whole range that is looked at comes to. */
export const figures = (title: string, metrics: readonly IMetric[]): SingleValueWidget =>
  new SingleValueWidget({ title, metrics: [...metrics], width: 24, height: 4, setPeriodToTimeRange: true });
