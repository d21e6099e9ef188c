import { describe, expect, it } from 'vitest';
import { evaluatorOf } from '../../../local/alarms/evaluator.ts';
import { Book } from '../../../local/alarms/schema.ts';
import { metricStore, minuteMs } from '../../../local/metrics/store.ts';

const noon = Date.parse('2026-11-23T12:00:00.000Z');
const booked = { stack: 's', severity: 'orange', runbook: 'r' } as const;
const errors = { Namespace: 'AWS/Lambda', MetricName: 'Errors', Dimensions: [{ Name: 'FunctionName', Value: 'f' }] };
const metricAlarm = (change: object = {}) => ({
  ...{ Type: 'AWS::CloudWatch::Alarm', ...booked },
  Properties: {
    ...{ AlarmName: 'crashes', AlarmDescription: 'Nobody can buy.', ...errors, Period: 300, Statistic: 'Sum' },
    ...{ ComparisonOperator: 'GreaterThanOrEqualToThreshold', EvaluationPeriods: 1, Threshold: 3 },
    ...{ TreatMissingData: 'notBreaching', ...change },
  },
});
const compositeAlarm = (AlarmName: string, AlarmRule: string) => ({
  ...{ Type: 'AWS::CloudWatch::CompositeAlarm', ...booked },
  Properties: { AlarmName, AlarmDescription: 'Partners can sell.', AlarmRule },
});
const evaluating = (alarms: readonly object[], began = 0) => {
  const store = metricStore();
  const evaluator = evaluatorOf(Book.parse({ stage: 'prod', alarms }), store, began);
  const crash = (at: number, count = 1): void => {
    for (let each = 0; each < count; each += 1)
      store.add({ namespace: 'AWS/Lambda', name: 'Errors', dimensions: { FunctionName: 'f' }, at, value: 1 });
  };
  const stateAt = (now: number, name = 'crashes') => {
    evaluator.evaluate(now);
    return evaluator.standings.get(name)?.state;
  };
  return { evaluator, store, crash, stateAt };
};

describe('an alarm over time', () => {
  it('rings at its threshold within its period, and is quiet again once all of it lies behind', () => {
    const { crash, stateAt, evaluator } = evaluating([metricAlarm()]);
    crash(noon, 2);
    expect(stateAt(noon)).toBe('OK');
    crash(noon + 4 * minuteMs);
    expect(stateAt(noon + 4 * minuteMs)).toBe('ALARM');
    expect(evaluator.standings.get('crashes')).toEqual({
      state: 'ALARM',
      since: '2026-11-23T12:04:00.000Z',
      reason: 'Sum of Errors (f): 3 in 5 minutes; it rings at or above 3.',
    });
    // The first two fall out of the five minutes that end with 12:05.
    expect(stateAt(noon + 5 * minuteMs)).toBe('OK');
  });

  it('counts what happens in the minute that has just begun where too much rings', () => {
    const { crash, stateAt } = evaluating([metricAlarm()]);
    crash(noon + 1_000, 3);
    expect(stateAt(noon + 1_000)).toBe('ALARM');
  });

  it('waits for the end of the minute where too little rings', () => {
    const little = metricAlarm({ ComparisonOperator: 'LessThanThreshold', Threshold: 1, Period: 60 });
    const { crash, stateAt } = evaluating([little]);
    crash(noon);
    expect(stateAt(noon + minuteMs + 1_000)).toBe('OK');
    expect(stateAt(noon + 2 * minuteMs)).toBe('OK');
  });

  it('asks for as many periods as it says', () => {
    const { crash, stateAt } = evaluating([metricAlarm({ EvaluationPeriods: 3, DatapointsToAlarm: 2 })]);
    crash(noon, 3);
    expect(stateAt(noon)).toBe('OK');
    crash(noon + 6 * minuteMs, 3);
    expect(stateAt(noon + 6 * minuteMs)).toBe('ALARM');
  });

  it('keeps since when it is as it is, and remembers each change, newest first', () => {
    const { crash, stateAt, evaluator } = evaluating([metricAlarm()]);
    stateAt(noon - minuteMs);
    crash(noon, 3);
    stateAt(noon);
    stateAt(noon + minuteMs);
    expect(evaluator.standings.get('crashes')?.since).toBe('2026-11-23T12:00:00.000Z');
    stateAt(noon + 60 * minuteMs);
    expect(evaluator.changes.map(({ alarm, at, from, state }) => [alarm, at, from, state])).toEqual([
      ['crashes', '2026-11-23T13:00:00.000Z', 'ALARM', 'OK'],
      ['crashes', '2026-11-23T12:00:00.000Z', 'OK', 'ALARM'],
    ]);
  });

  it('remembers the newest five hundred changes', () => {
    const { crash, stateAt, evaluator } = evaluating([metricAlarm({ Period: 60 })]);
    for (let round = 0; round < 300; round += 1) {
      const at = noon + round * 10 * minuteMs;
      crash(at, 3);
      stateAt(at);
      stateAt(at + 5 * minuteMs);
    }
    expect(evaluator.changes).toHaveLength(500);
    expect(evaluator.changes[0]?.at).toBe(new Date(noon + (299 * 10 + 5) * minuteMs).toISOString());
  });

  it('does not ring for what did not come before the program began', () => {
    const silent = metricAlarm({ TreatMissingData: 'breaching' });
    const { stateAt } = evaluating([silent], noon);
    expect(stateAt(noon + 5 * minuteMs - 1)).toBe('INSUFFICIENT_DATA');
    expect(stateAt(noon + 5 * minuteMs)).toBe('ALARM');
  });

  it('computes with the metrics of one period', () => {
    const query = (Id: string, MetricName: string) => ({
      ...{ Id, ReturnData: false },
      MetricStat: { Metric: { ...errors, MetricName }, Period: 300, Stat: 'Sum' },
    });
    const metrics = [{ Id: 'e', Expression: 'm0 / m1', Label: 'share', ReturnData: true }];
    const share = metricAlarm({
      ...{
        Namespace: undefined,
        MetricName: undefined,
        Dimensions: undefined,
        Period: undefined,
        Statistic: undefined,
      },
      ...{ Metrics: [...metrics, query('m0', 'Errors'), query('m1', 'Invocations')], Threshold: 0.5 },
    });
    const { crash, store, stateAt, evaluator } = evaluating([share]);
    const invoked = { namespace: 'AWS/Lambda', name: 'Invocations', dimensions: { FunctionName: 'f' }, value: 1 };
    for (let each = 0; each < 4; each += 1) store.add({ ...invoked, at: noon });
    crash(noon);
    expect(stateAt(noon)).toBe('OK');
    crash(noon);
    expect(stateAt(noon)).toBe('ALARM');
    expect(evaluator.metricsOf('crashes').map(({ name }) => name)).toEqual(['Errors', 'Invocations']);
  });
});

describe('a composite alarm', () => {
  const parts = [metricAlarm(), compositeAlarm('inner', 'ALARM("crashes")')];
  it('rings with its parts, whichever comes first in the book, and says which of them ring', () => {
    const { crash, stateAt, evaluator } = evaluating([compositeAlarm('a promise', 'ALARM("inner")'), ...parts]);
    expect(stateAt(noon, 'a promise')).toBe('OK');
    crash(noon, 3);
    expect(stateAt(noon, 'a promise')).toBe('ALARM');
    expect(evaluator.standings.get('a promise')?.reason).toBe('Of its alarms ring: inner.');
    expect(evaluator.partsOf('a promise')).toEqual(['inner']);
  });
  it('may not ask for what is not there, or for itself', () => {
    expect(() => evaluating([compositeAlarm('a', 'ALARM("b")')])).toThrow('asks for "b", which is no alarm');
    const circle = [compositeAlarm('a', 'ALARM("b")'), compositeAlarm('b', 'ALARM("a")')];
    expect(() => evaluating(circle)).toThrow('rings by itself');
  });
});

describe('a definition that is not understood', () => {
  const query = (Id: string, Period: number) => ({
    ...{ Id, ReturnData: false },
    MetricStat: { Metric: errors, Period, Stat: 'Sum' },
  });
  const mathOn = (...Metrics: readonly object[]) => {
    const none = { Namespace: undefined, MetricName: undefined, Dimensions: undefined, Period: undefined };
    return metricAlarm({ ...none, Statistic: undefined, Metrics });
  };
  it.each([
    ['an unknown statistic', metricAlarm({ Statistic: undefined, ExtendedStatistic: 'tm99' })],
    ['an unknown operator', metricAlarm({ ComparisonOperator: 'GreaterThanUpperThreshold' })],
    ['a period of no whole minutes', metricAlarm({ Period: 10 })],
    ['an unknown property', metricAlarm({ ThresholdMetricId: 'band' })],
    ['no metric', metricAlarm({ MetricName: undefined })],
    ['an unknown function', mathOn({ Id: 'e', Expression: 'RATE(m)' }, query('m', 300))],
    ['a name that nothing has', mathOn({ Id: 'e', Expression: 'm + n' }, query('m', 300))],
    ['several periods', mathOn({ Id: 'e', Expression: 'm + n' }, query('m', 300), query('n', 60))],
    ['several answers', mathOn({ Id: 'e', Expression: 'm' }, { Id: 'f', Expression: 'm' }, query('m', 300))],
    ['a circle', mathOn({ Id: 'e', Expression: 'f' }, { Id: 'f', Expression: 'e', ReturnData: false })],
  ])('is refused when it is loaded: %s', (_why, alarm) => expect(() => evaluating([alarm])).toThrow());
  it('is named, so that it can be mended', () => {
    const wrong = metricAlarm({ Statistic: undefined, ExtendedStatistic: 'tm99' });
    expect(() => evaluating([wrong])).toThrow('The alarm "crashes" is not understood: ');
    expect(() => evaluating([metricAlarm(), metricAlarm()])).toThrow('Two alarms have one name.');
  });
});
