import { Duration } from 'aws-cdk-lib';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { type AlarmSpec, alarm, type Bell, everyFiveMinutes } from './alarms.ts';

/** The share of its time limit, and of what was set aside for it, that a function may take before somebody looks. */
const fullShare = 0.8;

type Watched = Pick<AlarmSpec, 'says' | 'promises'> & { readonly name: string; readonly reserved?: number | undefined };

/** A function that is busy has nearly all its instances at work; beyond that it is throttled. */
const busyAlarm = (bell: Bell, fn: LambdaFunction, { name, reserved, ...words }: Watched): void => {
  if (reserved === undefined || reserved === 0) return;
  alarm(bell, {
    ...words,
    of: `${name} is busy`,
    metric: fn.metric('ConcurrentExecutions', { ...everyFiveMinutes, statistic: 'Maximum' }),
    at: Math.ceil(reserved * fullShare),
    look: `the dashboard of the machine: calls by operation, and their milliseconds; ${reserved} may run at once.`,
    severity: 'yellow',
    promises: [],
  });
};

/** A function that crashes, is throttled or nearly runs out of time says nothing itself: Lambda's own metrics do. */
export const functionAlarms = (bell: Bell, fn: LambdaFunction, watched: Watched) => {
  const { name, reserved: _, ...words } = watched;
  const severity = (words.promises ?? []).length > 0 ? 'orange' : 'yellow';
  const log = `/bindery/${bell.stage.name}/${name}`;
  const timeoutMs = (fn.timeout ?? Duration.seconds(3)).toMilliseconds();
  busyAlarm(bell, fn, watched);
  alarm(bell, {
    ...words,
    of: `${name} is slow`,
    metric: fn.metricDuration({ period: everyFiveMinutes.period, statistic: 'p99' }),
    at: timeoutMs * fullShare,
    look: `${log} sorted by ms: which operation, and on whom it waits.`,
    severity: 'yellow',
    promises: [],
    periods: 3,
  });
  return [
    alarm(bell, {
      ...words,
      of: `${name} crashes`,
      metric: fn.metricErrors(everyFiveMinutes),
      at: 1,
      look: `${log}, what stands after the last whole line, and what was deployed last.`,
      severity,
    }),
    alarm(bell, {
      ...words,
      of: `${name} is throttled`,
      metric: fn.metricThrottles(everyFiveMinutes),
      at: 1,
      look: 'what runs at once in the account, and whether the function was turned off (reserved 0).',
      severity,
    }),
  ];
};
