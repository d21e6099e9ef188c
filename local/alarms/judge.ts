import type { Value } from './expression.ts';
import type { StateName } from './rule.ts';
import type { MetricAlarm } from './schema.ts';

type Judged = Pick<
  MetricAlarm,
  'ComparisonOperator' | 'Threshold' | 'EvaluationPeriods' | 'DatapointsToAlarm' | 'TreatMissingData'
>;

const compares: Readonly<Record<Judged['ComparisonOperator'], (value: number, threshold: number) => boolean>> = {
  GreaterThanOrEqualToThreshold: (value, threshold) => value >= threshold,
  GreaterThanThreshold: (value, threshold) => value > threshold,
  LessThanThreshold: (value, threshold) => value < threshold,
  LessThanOrEqualToThreshold: (value, threshold) => value <= threshold,
};

/** CloudWatch looks at a few periods more than it judges, to find values instead of gaps. */
const further = 2;
export const periodsLookedAt = ({ EvaluationPeriods }: Pick<Judged, 'EvaluationPeriods'>): number =>
  EvaluationPeriods + further;

type Counted = { readonly over: number; readonly there: number; readonly gaps: number; readonly toAlarm: number };

const ringsIf = (rings: boolean): StateName => (rings ? 'ALARM' : 'OK');

/** How gaps count, by what an alarm says of them. */
const treatments: Readonly<Record<Judged['TreatMissingData'], (counted: Counted, before: StateName) => StateName>> = {
  breaching: ({ over, gaps, toAlarm }) => ringsIf(over + gaps >= toAlarm),
  notBreaching: ({ over, toAlarm }) => ringsIf(over >= toAlarm),
  ignore: ({ over, there, toAlarm }, before) => {
    if (over >= toAlarm) return 'ALARM';
    return over === there ? before : 'OK';
  },
  missing: ({ over, there, toAlarm }) =>
    there === 0 ? 'INSUFFICIENT_DATA' : ringsIf(over >= Math.min(toAlarm, there)),
};

/**
 * The state that follows from the values of the last periods, newest first. Where there are enough values among them
 * the newest are judged and gaps do not matter; otherwise gaps count as the alarm says.
 * Source: Amazon CloudWatch User Guide, "Configuring how CloudWatch alarms treat missing data", both tables.
 */
export const judge = (alarm: Judged, values: readonly Value[], before: StateName): StateName => {
  const { Threshold, EvaluationPeriods: wanted, DatapointsToAlarm: toAlarm = wanted } = alarm;
  const there = values.filter((value) => value !== undefined).slice(0, wanted);
  const over = there.filter((value) => compares[alarm.ComparisonOperator](value, Threshold)).length;
  const gaps = wanted - there.length;
  if (gaps === 0) return ringsIf(over >= toAlarm);
  return treatments[alarm.TreatMissingData]({ over, there: there.length, gaps, toAlarm }, before);
};
