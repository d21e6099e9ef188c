import { describe, expect, it } from 'vitest';
import { totalOf, usdOf } from '../../../infra/cost/lines.ts';
import { metricBill, metricsOfAlarm, runsPerMonth, standingBill } from '../../../infra/cost/standing.ts';
import { letters } from '../fixture.ts';

const stat = { MetricStat: {} };
const alarm = (Properties: Record<string, unknown>) => ({ Type: 'AWS::CloudWatch::Alarm', Properties });

describe('metricsOfAlarm', () => {
  it('is one of a plain alarm, and of an expression as many as it reads', () => {
    expect(metricsOfAlarm(alarm({ MetricName: 'Errors' }))).toBe(1);
    expect(metricsOfAlarm(alarm({ Metrics: [{ Expression: 'm0 + m1' }, stat, stat] }))).toBe(2);
  });
});

describe('runsPerMonth', () => {
  it('counts a month of 43,800 minutes', () => {
    expect(['rate(1 minute)', 'rate(10 minutes)', 'rate(1 hour)', 'rate(1 day)'].map(runsPerMonth)).toEqual([
      43_800,
      4_380,
      730,
      43_800 / 1_440,
    ]);
  });
  it('knows a time of day, and no other calendar', () => {
    // 43,800 minutes are 30 days and 10 hours.
    expect(runsPerMonth('cron(30 18 * * ? *)')).toBeCloseTo(30.4167, 4);
    const monthly = 'cron(0 8 1 * ? *)';
    expect(() => runsPerMonth(monthly)).toThrow(`The schedule ${monthly} is no rate, and not once a day.`);
  });
});

describe('standingBill', () => {
  it('is what stands in the template at its price, and nothing else', () => {
    const bill = standingBill([
      { Type: 'AWS::KMS::Key' },
      { Type: 'AWS::KMS::ReplicaKey' },
      { Type: 'AWS::SecretsManager::Secret', Properties: { ReplicaRegions: [{ Region: 'ap-northeast-1' }] } },
      { Type: 'AWS::WAFv2::WebACL', Properties: { Rules: [{}, {}, {}] } },
      alarm({ MetricName: 'Errors' }),
      alarm({ Metrics: [{ Expression: 'm0' }, stat, stat] }),
      { Type: 'AWS::CloudWatch::CompositeAlarm' },
      { Type: 'AWS::CloudWatch::Dashboard' },
      { Type: 'AWS::S3::Bucket' },
    ]);
    const told = Object.fromEntries(bill.map((line) => [line.of, Number(usdOf(line).toFixed(4))]));
    // 2 × $1; the secret and its copy 2 × $0.40; $5 and 3 × $1; 3 metrics × $0.10; $0.50; $3.
    expect(told).toEqual({
      ...{ keys: 2, secrets: 0.8, firewalls: 5, firewallRules: 3, alarmMetrics: 0.3, compositeAlarms: 0.5 },
      dashboards: 3,
    });
    expect(totalOf(bill)).toBeCloseTo(14.6, 9);
  });
  it('counts timers and queues that are at work, and not those of a standby', () => {
    const timer = (State: string) => ({
      Type: 'AWS::Scheduler::Schedule',
      Properties: { ScheduleExpression: 'rate(1 minute)', State },
    });
    const source = (Enabled: boolean) => ({ Type: 'AWS::Lambda::EventSourceMapping', Properties: { Enabled } });
    const bill = standingBill([timer('ENABLED'), timer('DISABLED'), source(true), source(false)]);
    const quantities = Object.fromEntries(bill.map(({ of, quantity }) => [of, quantity]));
    // One timer of 43,800 runs; one queue, asked 15 times in each of 43,800 minutes.
    expect(quantities).toMatchObject({ timerRuns: 43_800, queueRequests: 657_000 });
  });
});

describe('metricBill', () => {
  it('counts what the lines of each entry measure under each outcome, and what records measure', () => {
    const [line] = metricBill([letters]);
    // Four endpoints × 4 metrics × 3 outcomes, two subscribers × 5 × 2, a schedule × 4 × 1, 13 of records × 2.
    expect(line?.quantity).toBe(48 + 20 + 4 + 26);
  });
});
