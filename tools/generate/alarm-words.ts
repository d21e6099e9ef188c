import { type BookedAlarm, runbookOf } from '../../infra/alarm-book.ts';

type Dimension = { readonly Name: string; readonly Value: string };
type Metric = { readonly Namespace: string; readonly MetricName: string; readonly Dimensions?: readonly Dimension[] };
type Query = {
  readonly Id: string;
  readonly Expression?: string;
  readonly Label?: string;
  readonly MetricStat?: { readonly Metric: Metric; readonly Period: number; readonly Stat: string };
};

const code = (text: string): string => `\`${text.replaceAll('|', '\\|')}\``;

const metricWords = ({ Namespace, MetricName, Dimensions = [] }: Metric): string => {
  const where = Dimensions.map(({ Name, Value }) => `${Name}=${Value}`).join(', ');
  return code(`${Namespace} ${MetricName}${where === '' ? '' : ` {${where}}`}`);
};

const minutes = (seconds: number): string => `${seconds / 60} ${seconds === 60 ? 'minute' : 'minutes'}`;

const times = (periods: number): string => (periods === 1 ? '' : `, ${periods} times in a row`);

/** What an alarm of one metric watches. */
const simple = (properties: BookedAlarm['Properties']): readonly (readonly [string, string])[] => {
  const { Namespace, MetricName, Dimensions, Period, Threshold, Statistic, ExtendedStatistic } = properties;
  const metric = { Namespace, MetricName, Dimensions } as Metric;
  const threshold = `${Statistic ?? ExtendedStatistic} of ${minutes(Number(Period))} at or above ${Threshold}`;
  return [
    ['Watches', metricWords(metric)],
    ['Rings', `${threshold}${times(Number(properties['EvaluationPeriods']))}`],
  ];
};

/** What an alarm that calculates watches: its metrics by the names under which the expression uses them. */
const calculated = (properties: BookedAlarm['Properties']): readonly (readonly [string, string])[] => {
  const { Metrics, Threshold, EvaluationPeriods } = properties;
  const queries = Metrics as readonly Query[];
  const expression = queries.find((one) => one.Expression !== undefined);
  const metrics = queries.filter((one) => one.MetricStat !== undefined);
  const [first] = metrics;
  const list = metrics.map(
    ({ Id, MetricStat }) => `${Id} = ${MetricStat === undefined ? '' : metricWords(MetricStat.Metric)}`,
  );
  const period = minutes(first?.MetricStat?.Period ?? 300);
  const threshold = `at or above ${Threshold} in ${period}${times(Number(EvaluationPeriods))}`;
  return [
    ['Watches', `${code(expression?.Expression ?? '')} with ${list.join(', ')}`],
    ['Rings', `${expression?.Label ?? 'the result'}, ${threshold}`],
  ];
};

const composite = ({ AlarmRule }: BookedAlarm['Properties']): readonly (readonly [string, string])[] => {
  const members = [...String(AlarmRule).matchAll(/ALARM\("(?:bindery-\w+ )?([^"]+)"\)/g)].map(([, name = '']) => name);
  const links = members.map((name) => `[${name}](${runbookOf(name).split('/').at(-1)})`);
  return [['Rings', `while any of these does: ${links.join(', ')}`]];
};

/** What an alarm watches and when it rings, in words. */
export const watchedOf = ({ Type, Properties }: BookedAlarm): readonly (readonly [string, string])[] => {
  if (Type === 'AWS::CloudWatch::CompositeAlarm') return composite(Properties);
  return Properties['Metrics'] === undefined ? simple(Properties) : calculated(Properties);
};
