import { describe, expect, it } from 'vitest';
import { judge } from '../../../local/alarms/judge.ts';
import type { StateName } from '../../../local/alarms/rule.ts';

const alarm = {
  ComparisonOperator: 'GreaterThanOrEqualToThreshold',
  Threshold: 5,
  EvaluationPeriods: 1,
  TreatMissingData: 'notBreaching',
} as const;

describe('the threshold of an alarm', () => {
  it.each([
    ['GreaterThanOrEqualToThreshold', 5, 'ALARM'],
    ['GreaterThanOrEqualToThreshold', 4.99, 'OK'],
    ['GreaterThanThreshold', 5, 'OK'],
    ['GreaterThanThreshold', 5.01, 'ALARM'],
    ['LessThanThreshold', 5, 'OK'],
    ['LessThanThreshold', 4.99, 'ALARM'],
    ['LessThanOrEqualToThreshold', 5, 'ALARM'],
    ['LessThanOrEqualToThreshold', 5.01, 'OK'],
  ] as const)('%s 5 at %d is %s', (ComparisonOperator, value, state) => {
    expect(judge({ ...alarm, ComparisonOperator }, [value], 'OK')).toBe(state);
  });
});

/** A row of the guide: 0 is within the threshold, X beyond it, - is missing; the newest stands last. */
const valuesIn = (row: string) =>
  row
    .split(' ')
    .toReversed()
    .map((sign) => (sign === '-' ? undefined : sign === 'X' ? 9 : 0));
const treatments = ['missing', 'ignore', 'breaching', 'notBreaching'] as const;
const kept = 'kept';

/** For an ignored gap the state stays what it was: it is asked for after both. */
const verdicts = (row: string, DatapointsToAlarm: number) =>
  treatments.map((TreatMissingData) => {
    const given = { ...alarm, EvaluationPeriods: 3, DatapointsToAlarm, TreatMissingData };
    const [fromOk, fromAlarm] = (['OK', 'ALARM'] satisfies StateName[]).map((one) => judge(given, valuesIn(row), one));
    return fromOk === fromAlarm ? fromOk : kept;
  });

describe('missing data, by the tables of the guide', () => {
  it.each([
    ['0 - X - X', ['OK', 'OK', 'OK', 'OK']],
    ['- - - - 0', ['OK', 'OK', 'OK', 'OK']],
    ['- - - - -', ['INSUFFICIENT_DATA', kept, 'ALARM', 'OK']],
    ['0 X X - X', ['ALARM', 'ALARM', 'ALARM', 'ALARM']],
    ['- - X - -', ['ALARM', kept, 'ALARM', 'OK']],
  ])('three of three in %s', (row, expected) => expect(verdicts(row, 3)).toEqual(expected));

  it.each([
    ['0 - X - X', ['ALARM', 'ALARM', 'ALARM', 'ALARM']],
    ['0 0 X 0 X', ['ALARM', 'ALARM', 'ALARM', 'ALARM']],
    ['0 - X - -', ['OK', 'OK', 'ALARM', 'OK']],
    ['- - - - 0', ['OK', 'OK', 'ALARM', 'OK']],
    ['- - - X -', ['ALARM', kept, 'ALARM', 'OK']],
  ])('two of three in %s', (row, expected) => expect(verdicts(row, 2)).toEqual(expected));

  it.each([
    ['X X 0 X 0', 'OK'],
    ['X X 0 X X', 'ALARM'],
    ['X X X 0 0', 'OK'],
  ])('two of three looks at the newest three in %s', (row, state) => {
    expect(judge({ ...alarm, EvaluationPeriods: 3, DatapointsToAlarm: 2 }, valuesIn(row), 'OK')).toBe(state);
  });
});
