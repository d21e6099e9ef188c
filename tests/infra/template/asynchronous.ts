import { describe, expect, it } from 'vitest';
import type { Resource } from '../synth.ts';
import { at, found, leadsTo, named, of } from './whole.ts';

const deadOf = (from: Resource, value: unknown) => {
  const queue = found('AWS::SQS::Queue', from, value);
  if (queue === undefined) throw new Error(`${from.id} of ${from.stack} has no dead letters.`);
  return queue;
};

/** The alarms that watch how many messages stand in a queue. */
const alarmsOn = (queue: Resource, metric: string): readonly Resource[] =>
  of('AWS::CloudWatch::Alarm').filter(
    ({ stack, Properties }) =>
      stack === queue.stack && Properties['MetricName'] === metric && leadsTo(Properties['Dimensions'], queue),
  );

const expectWatched = (queue: Resource): void => {
  expect(String(queue.Properties['QueueName'])).toMatch(/-dead$/);
  const alarms = alarmsOn(queue, 'ApproximateNumberOfMessagesVisible');
  expect(alarms.map(({ Properties }) => Properties['Threshold'])).toEqual([1]);
  for (const { Properties } of alarms) expect(Properties['AlarmActions']).toHaveLength(1);
};

export const givenOver = (): void => {
  describe('whatever is given to somebody else to do', () => {
    it.each(named(of('AWS::Events::Rule')))('by the rule %s, has dead letters that ring', (_name, rule) => {
      const targets = rule.Properties['Targets'] as readonly unknown[];
      expect(targets).toHaveLength(1);
      for (const target of targets) expectWatched(deadOf(rule, at(target, 'DeadLetterConfig')));
    });
    it.each(named(of('AWS::Lambda::EventSourceMapping')))(
      'by the queue of %s, has dead letters that ring',
      (_n, source) => {
        const queue = found('AWS::SQS::Queue', source, source.Properties['EventSourceArn']);
        if (queue === undefined) throw new Error('It takes from no queue.');
        expectWatched(deadOf(queue, queue.Properties['RedrivePolicy']));
        expect(source.Properties['FunctionResponseTypes']).toEqual(['ReportBatchItemFailures']);
        expect(alarmsOn(queue, 'ApproximateAgeOfOldestMessage')).toHaveLength(1);
      },
    );
    it.each(named(of('AWS::Pipes::Pipe')))('by the pipe %s, has dead letters that ring', (_name, pipe) => {
      const stream = at(pipe.Properties, 'SourceParameters', 'DynamoDBStreamParameters');
      expectWatched(deadOf(pipe, at(stream, 'DeadLetterConfig')));
    });
    it.each(named(of('AWS::Scheduler::Schedule')))('by the timer %s, has dead letters that ring', (_name, timer) => {
      expectWatched(deadOf(timer, at(timer.Properties, 'Target', 'DeadLetterConfig')));
    });
    it.each(named(of('AWS::Lambda::EventInvokeConfig')))('by a call without an answer (%s), too', (_name, config) => {
      expectWatched(deadOf(config, at(config.Properties, 'DestinationConfig', 'OnFailure')));
      expect(config.Properties['MaximumRetryAttempts']).toBeLessThanOrEqual(2);
    });
    it('is every queue that there is: none is without use, and none of dead letters without an alarm', () => {
      const dead = of('AWS::SQS::Queue').filter(({ Properties }) => !('RedrivePolicy' in Properties));
      expect(dead.length).toBeGreaterThan(20);
      for (const queue of dead) expectWatched(queue);
    });
  });
};
