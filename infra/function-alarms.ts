import { Duration } from 'aws-cdk-lib';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { alarm, type Bell, everyFiveMinutes } from './alarms.ts';

const slowShare = 0.8;

/** A function that crashes, is throttled or nearly runs out of time says nothing itself: Lambda's own metrics do. */
export const functionAlarms = (bell: Bell, name: string, fn: LambdaFunction, says: string): void => {
  const timeoutMs = (fn.timeout ?? Duration.seconds(3)).toMilliseconds();
  const p99 = fn.metricDuration({ period: everyFiveMinutes.period, statistic: 'p99' });
  alarm(bell, { of: `${name} crashes`, metric: fn.metricErrors(everyFiveMinutes), at: 1, says });
  alarm(bell, { of: `${name} is throttled`, metric: fn.metricThrottles(everyFiveMinutes), at: 1, says });
  alarm(bell, { of: `${name} is slow`, metric: p99, at: timeoutMs * slowShare, says, periods: 3 });
};
