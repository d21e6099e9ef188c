import { MathExpression, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { alarm, type Bell, everyFiveMinutes, promisesOf } from './alarms.ts';
import type { Entry, FunctionGroup } from './groups.ts';

/** The outcomes of a line that mean a failure of ours; refusals are answers. */
export const failures = {
  http: ['internal', 'temporarily-unavailable'],
  queue: ['failed'],
  schedule: ['failed'],
} as const;
/** Those that mean that the work was done. */
const done = { http: ['ok', 'replayed'], queue: ['ok', 'replayed', 'stands'], schedule: ['ok'] } as const;

/** More than this share of the calls that came through or failed (in percent) is an alarm. */
const failedShare = 1;

const calls = (operation: string, outcome: string): Metric =>
  new Metric({ namespace: 'Bindery', metricName: 'calls', dimensionsMap: { operation, outcome }, ...everyFiveMinutes });

/** The failed part of what an entry had to do, in percent; nothing at all while it had nothing to do. */
const failedPart = (kind: FunctionGroup['kind'], { id }: Entry): MathExpression => {
  const outcomes = [...failures[kind], ...done[kind]];
  const names = outcomes.map((_, at) => `FILL(m${at}, 0)`);
  const failed = names.slice(0, failures[kind].length).join(' + ');
  return new MathExpression({
    expression: `100 * (${failed}) / (${names.join(' + ')})`,
    usingMetrics: Object.fromEntries(outcomes.map((outcome, at) => [`m${at}`, calls(id, outcome)])),
    label: `${id} failed, in percent`,
    period: everyFiveMinutes.period,
  });
};

/**
 * One alarm for each entry, on the metrics of its own log lines; its text begins with the entry's `ifBroken`. Of ten
 * calls one that fails rings, and of a thousand ten.
 */
export const entryAlarms = (bell: Bell, { kind, name, entries }: FunctionGroup) =>
  entries.map((entry) =>
    alarm(bell, {
      of: `${entry.id} fails`,
      metric: failedPart(kind, entry),
      at: failedShare,
      says: entry.ifBroken,
      look: `/bindery/${bell.stage.name}/${name}, lines of level error with operation ${entry.id}.`,
      severity: entry.promise === undefined ? 'yellow' : 'orange',
      promises: promisesOf([entry]),
    }),
  );
