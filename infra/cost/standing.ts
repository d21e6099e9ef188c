import type { Capability } from '../../functions/_kit/contract.ts';
import { metrics } from '../../functions/_kit/metrics.ts';
import { measured, measuredOfEvents } from '../../functions/_kit/telemetry.ts';
import { groupsOf } from '../groups.ts';
import { assumed } from './assumptions.ts';
import { type CostLine, linesOf } from './lines.ts';

/** What a template says of one resource. */
export type Resource = { readonly Type: string; readonly Properties?: Readonly<Record<string, unknown>> };

const ofType = (resources: readonly Resource[], ...types: readonly string[]): readonly Resource[] =>
  resources.filter(({ Type }) => types.includes(Type));

const propertyOf = ({ Properties }: Resource, name: string): unknown => Properties?.[name];
const listOf = (resource: Resource, name: string): readonly unknown[] => {
  const value = propertyOf(resource, name);
  return Array.isArray(value) ? value : [];
};

/** CloudWatch charges an alarm for each metric that it reads; an expression reads those that it names. */
export const metricsOfAlarm = (alarm: Resource): number =>
  propertyOf(alarm, 'MetricName') === undefined
    ? listOf(alarm, 'Metrics').filter((one) => Object.hasOwn(Object(one), 'MetricStat')).length
    : 1;

const daily = /^cron\(\d+ \d+ \* \* \? \*\)$/;

/** How often a month a schedule runs: at a rate, or once a day at a time. */
export const runsPerMonth = (expression: unknown): number => {
  const text = String(expression);
  const [, every = '1', unit = ''] = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(text) ?? [];
  const minutes = { minute: 1, hour: 60, day: 1_440 }[daily.test(text) ? 'day' : unit];
  if (minutes === undefined) throw new Error(`The schedule ${text} is no rate, and not once a day.`);
  return assumed.minutesPerMonth / (Number(every) * minutes);
};

/** What a line measures, for each outcome that is seen. */
const ofEvents = measured.length + measuredOfEvents.length;
const linesMeasure = { http: measured.length, queue: ofEvents, schedule: measured.length } as const;
/** What records measure, each under about two operations. */
const ofRecords = 2 * Object.values(metrics).filter(({ of }) => of === 'records').length;

/** A metric is charged for the hours in which it was seen: nothing at rest, and all of this where all is busy. */
export const metricBill = (capabilities: readonly Capability[]): readonly CostLine[] => {
  const quantity = groupsOf(capabilities).reduce(
    (all, { kind, entries }) => all + entries.length * linesMeasure[kind] * assumed.outcomesSeen[kind],
    ofRecords,
  );
  return [{ of: 'customMetrics', quantity, why: 'at most, were each seen in every hour' }];
};

const seeing = (resources: readonly Resource[]): readonly CostLine[] => {
  const alarms = ofType(resources, 'AWS::CloudWatch::Alarm');
  const watched = alarms.reduce((all, alarm) => all + metricsOfAlarm(alarm), 0);
  return [
    { of: 'alarmMetrics', quantity: watched, why: `read by ${alarms.length} alarms` },
    {
      of: 'compositeAlarms',
      quantity: ofType(resources, 'AWS::CloudWatch::CompositeAlarm').length,
      why: 'one for each promise and place',
    },
    { of: 'dashboards', quantity: ofType(resources, 'AWS::CloudWatch::Dashboard').length, why: 'pages in the cloud' },
  ];
};

const waiting = (resources: readonly Resource[]): readonly CostLine[] => {
  const timers = ofType(resources, 'AWS::Scheduler::Schedule');
  const on = timers.filter((timer) => propertyOf(timer, 'State') !== 'DISABLED');
  const runs = on.reduce((all, timer) => all + runsPerMonth(propertyOf(timer, 'ScheduleExpression')), 0);
  const sources = ofType(resources, 'AWS::Lambda::EventSourceMapping');
  const asking = sources.filter((source) => propertyOf(source, 'Enabled') !== false).length;
  const pipes = ofType(resources, 'AWS::Pipes::Pipe').filter((pipe) => propertyOf(pipe, 'DesiredState') !== 'STOPPED');
  const month = assumed.minutesPerMonth;
  return [
    { of: 'timerRuns', quantity: runs, why: 'runs of the schedules' },
    { of: 'functionCalls', quantity: runs, why: 'calls of their functions' },
    // Half a gigabyte each, as every function that nobody waits for.
    { of: 'functionSeconds', quantity: (runs * assumed.msPerCall.schedule) / 1_000 / 2, why: 'their assumed time' },
    { of: 'queueRequests', quantity: asking * assumed.pollsPerMinute * month, why: `${asking} queues are asked` },
    {
      of: 'streamReads',
      quantity: pipes.length * assumed.shards * assumed.streamReadsPerSecond * 60 * month,
      why: 'the pipe asks the stream, if that is charged',
    },
  ];
};

/** What a stage costs a month while nothing happens. */
export const standingBill = (resources: readonly Resource[]): readonly CostLine[] => {
  const firewalls = ofType(resources, 'AWS::WAFv2::WebACL');
  const secrets = ofType(resources, 'AWS::SecretsManager::Secret');
  const copies = secrets.reduce((all, secret) => all + listOf(secret, 'ReplicaRegions').length, 0);
  return linesOf(
    { of: 'keys', quantity: ofType(resources, 'AWS::KMS::Key', 'AWS::KMS::ReplicaKey').length, why: 'keys of ours' },
    { of: 'secrets', quantity: secrets.length + copies, why: `with ${copies} copies in the other Region` },
    { of: 'firewalls', quantity: firewalls.length, why: 'before the edge' },
    {
      of: 'firewallRules',
      quantity: firewalls.reduce((all, one) => all + listOf(one, 'Rules').length, 0),
      why: 'rules and groups of rules in it',
    },
    ...seeing(resources),
    ...waiting(resources),
  );
};
