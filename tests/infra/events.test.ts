import { describe, expect, it } from 'vitest';
import { loadCapabilities } from '../../functions/_kit/load-capabilities.ts';
import { reactionLine } from '../../functions/_kit/telemetry.ts';
import { sentencesOf } from '../../infra/alarms.ts';
import { type Entry, groupsOf } from '../../infra/groups.ts';
import { letters } from './fixture.ts';
import { functionsOf, liveIdOf, nameOf, pointsTo, type Resource, stageNamed, synthesise } from './synth.ts';

const capabilities = [...(await loadCapabilities()), letters];
const groups = groupsOf(capabilities);
const synthesised = synthesise(capabilities);
const { of } = synthesised;

const functionIdOf = (name: string): string => functionsOf(synthesised).find((fn) => nameOf(fn) === name)?.id ?? name;
const alarms = of('AWS::CloudWatch::Alarm');
const textsOf = (some: readonly Resource[]) => some.map(({ Properties }) => String(Properties['AlarmDescription']));

describe('an event', () => {
  it('leaves the table as a new operation record alone, one at a time, in the order of its aggregate', () => {
    const [pipe] = of('AWS::Pipes::Pipe');
    expect(pipe?.Properties['SourceParameters']).toMatchObject({
      DynamoDBStreamParameters: {
        BatchSize: 1,
        ParallelizationFactor: 10,
        DeadLetterConfig: { Arn: expect.anything() },
      },
    });
    expect(pipe?.Properties['SourceParameters']).toMatchObject({
      FilterCriteria: {
        Filters: [{ Pattern: '{"eventName":["INSERT"],"dynamodb":{"Keys":{"sk":{"S":[{"prefix":"OP#"}]}}}}' }],
      },
    });
    expect(pointsTo(pipe?.Properties['Enrichment'])).toContain(liveIdOf(synthesised, 'split-records'));
  });
  it('reaches those who name its type', () => {
    const patterns = of('AWS::Events::Rule').map(({ Properties }) => Properties['EventPattern']);
    expect(patterns).toContainEqual({ source: ['bindery'], detail: { type: ['policy.bound', 'policy.cancelled'] } });
    expect(patterns).toContainEqual({ source: ['bindery'], detail: { type: ['operation.recorded'] } });
    expect(patterns).toHaveLength(groups.filter(({ kind }) => kind === 'queue').length);
  });
  it('comes again alone when it fails, in batches as large as its subscriber takes', () => {
    const sources = of('AWS::Lambda::EventSourceMapping').map(({ Properties }) => Properties);
    for (const source of sources) expect(source['FunctionResponseTypes']).toEqual(['ReportBatchItemFailures']);
    const carry = sources.find((source) =>
      pointsTo(source['FunctionName']).includes(liveIdOf(synthesised, 'carry-letter')),
    );
    expect(carry).toMatchObject({ BatchSize: 20, MaximumBatchingWindowInSeconds: 2 });
  });
  it('stays hidden while it is worked on for six times as long as its function may run', () => {
    const timeout = 30;
    const work = of('AWS::SQS::Queue').filter(({ Properties }) => 'RedrivePolicy' in Properties);
    for (const { Properties } of work) expect(Properties['VisibilityTimeout']).toBe(6 * timeout);
  });
});

describe('a schedule', () => {
  it.each(
    groups
      .filter((group) => group.kind === 'schedule')
      .map((group) => [group.name, group.entries[0]?.everyMinutes ?? 0] as const),
  )('%s runs every %i minutes and ends before it runs again', (name, minutes) => {
    const timer = of('AWS::Scheduler::Schedule').find(({ Properties }) =>
      pointsTo(Properties['Target']).includes(liveIdOf(synthesised, name)),
    );
    expect(timer?.Properties['ScheduleExpression']).toBe(`rate(${minutes} minute${minutes === 1 ? '' : 's'})`);
    expect(timer?.Properties['Target']).toMatchObject({ DeadLetterConfig: { Arn: expect.anything() } });
    const fn = functionsOf(synthesised).find((one) => nameOf(one) === name);
    expect(Number(fn?.Properties['Timeout'])).toBeLessThan(minutes * 60);
  });
});

describe('a queue', () => {
  const queues = of('AWS::SQS::Queue');
  it.each(queues.map((queue) => [queue.id, queue] as const))('%s forgets nothing silently', (id, { Properties }) => {
    expect(Properties['MessageRetentionPeriod']).toBe(14 * 24 * 3600);
    const dead = (Properties['RedrivePolicy'] as { deadLetterTargetArn?: unknown } | undefined)?.deadLetterTargetArn;
    const watched = alarms.filter(({ Properties: alarm }) => pointsTo(alarm['Dimensions'] ?? []).includes(`"${id}"`));
    expect(watched.map(({ Properties: alarm }) => alarm['MetricName'])).toEqual([
      dead === undefined ? 'ApproximateNumberOfMessagesVisible' : 'ApproximateAgeOfOldestMessage',
    ]);
  });
});

describe('an alarm', () => {
  it('always tells somebody, and says who is hurt', () => {
    for (const { Properties } of alarms) {
      expect(pointsTo(Properties['AlarmActions'])).toMatch(/Alarms(red|orange|yellow)/);
      expect(String(Properties['AlarmDescription'])).toMatch(
        /^[^:]{15,}.* Look: .{10,} Mend: https:\/\/docs\.bindery\.test\/operations\/runbooks\/[a-z0-9-]+$/,
      );
    }
  });
  it.each(
    groups.flatMap(({ entries }): readonly Entry[] => entries).map(({ id, ifBroken }) => [id, ifBroken] as const),
  )('rings when %s fails, in its own words', (id, ifBroken) => {
    const own = alarms.filter(({ Properties }) => Properties['AlarmName'] === `bindery-prod ${id} fails`);
    expect(own.map(({ Properties }) => pointsTo(Properties['Metrics']))).toEqual([
      expect.stringContaining(`"Value":"${id}"`),
    ]);
    expect(textsOf(own).map((text) => text.split(' Look: ')[0])).toEqual([ifBroken]);
  });
  it.each(groups.map(({ name, entries }) => [name, entries] as const))(
    'rings when the function %s crashes, is throttled or is slow, in the words of its entries',
    (name, entries) => {
      const own = alarms.filter(({ Properties }) =>
        pointsTo(Properties['Dimensions'] ?? []).includes(functionIdOf(name)),
      );
      const watched = own.map(({ Properties }) => Properties['MetricName']).toSorted();
      expect(watched.filter((metric) => metric !== 'ConcurrentExecutions')).toEqual([
        'Duration',
        'Errors',
        'Throttles',
      ]);
      expect(watched.includes('ConcurrentExecutions')).toBe(stageNamed('prod').reserved[name] !== undefined);
      for (const says of textsOf(own)) expect(says.startsWith(sentencesOf(entries))).toBe(true);
    },
  );
  it('watches the very metric that the log lines carry', () => {
    const line = reactionLine({
      operation: 'carryLetter',
      eventId: 'e',
      requestId: 'r',
      tenant: 't',
      outcome: 'failed',
      startedAt: 0,
      wall: '2026-11-23T08:00:00.000Z',
      meter: { read: 0, write: 0 },
    });
    const { CloudWatchMetrics } = Reflect.get(line, '_aws') as unknown as {
      CloudWatchMetrics: { Namespace: string; Dimensions: string[][]; Metrics: { Name: string }[] }[];
    };
    const [envelope] = CloudWatchMetrics;
    const [own] = alarms.filter(({ Properties }) => pointsTo(Properties['Metrics'] ?? []).includes('carryLetter'));
    const watched = (own?.Properties['Metrics'] ?? []) as { MetricStat?: { Metric: Record<string, unknown> } }[];
    const stat = watched.flatMap(({ MetricStat }) => (MetricStat === undefined ? [] : [MetricStat.Metric]));
    const metric = (outcome: string) => ({
      Namespace: envelope?.Namespace,
      MetricName: envelope?.Metrics.find(({ Name }) => Name === 'calls')?.Name,
      Dimensions: (envelope?.Dimensions[0] ?? []).map((Name) => ({
        Name,
        Value: Name === 'outcome' ? outcome : Reflect.get(line, Name),
      })),
    });
    expect(stat).toEqual([String(line['outcome']), 'ok', 'replayed', 'stands'].map(metric));
  });
});
