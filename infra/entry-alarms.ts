import { MathExpression, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { alarm, type Bell, everyFiveMinutes } from './alarms.ts';
import type { Entry, FunctionGroup } from './groups.ts';

/** The outcomes of a line that mean a failure of ours; refusals are answers. */
const failures = { http: ['internal', 'temporarily-unavailable'], queue: ['failed'], schedule: ['failed'] } as const;

const calls = (operation: string, outcome: string): Metric =>
  new Metric({ namespace: 'Bindery', metricName: 'calls', dimensionsMap: { operation, outcome }, ...everyFiveMinutes });

const failed = (kind: FunctionGroup['kind'], { id }: Entry): MathExpression => {
  const metrics = failures[kind].map((outcome, at) => [`m${at}`, calls(id, outcome)] as const);
  return new MathExpression({
    expression: metrics.map(([name]) => `FILL(${name}, 0)`).join(' + '),
    usingMetrics: Object.fromEntries(metrics),
    label: `${id} failed`,
    period: everyFiveMinutes.period,
  });
};

/** One alarm for each entry, on the metrics of its own log lines; its text is the entry's `ifBroken`. */
export const entryAlarms = (bell: Bell, { kind, entries }: FunctionGroup): void => {
  for (const entry of entries)
    alarm(bell, { of: `${entry.id} fails`, metric: failed(kind, entry), at: 1, says: entry.ifBroken });
};
