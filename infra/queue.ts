import { Duration } from 'aws-cdk-lib';
import { Queue, type QueueProps } from 'aws-cdk-lib/aws-sqs';
import { acknowledge } from './acknowledge.ts';
import { alarm, type Bell, everyFiveMinutes } from './alarms.ts';
import type { Stage } from './stages.ts';

const guarded: QueueProps = { enforceSSL: true, retentionPeriod: Duration.days(14) };

/** What people and tools call a queue: `bindery-prod-adjudicate-claim`, and its dead letters `…-dead`. */
const queueNameOf = ({ name: stage }: Stage, name: string): string => `bindery-${stage}-${name}`;

/** Where what cannot be handled waits for a person; one message in it rings. */
export const deadLetters = (bell: Bell, name: string, says: string): Queue => {
  const queue = new Queue(bell.stack, `${name}-dead`, {
    ...guarded,
    queueName: queueNameOf(bell.stage, `${name}-dead`),
  });
  acknowledge(queue, 'AwsSolutions-SQS3', 'It is a dead-letter queue itself.');
  const metric = queue.metricApproximateNumberOfMessagesVisible({ ...everyFiveMinutes, statistic: 'Maximum' });
  alarm(bell, { of: `${name} gives up`, metric, at: 1, says });
  return queue;
};

const triesMax = 8;
const lateSeconds = 15 * 60;

/** A queue with its dead letters; it rings too when its oldest message has waited for a quarter of an hour. */
export const workQueue = (bell: Bell, name: string, says: string, visibilityTimeout: Duration) => {
  const dead = deadLetters(bell, name, says);
  const queue = new Queue(bell.stack, `${name}-queue`, {
    ...guarded,
    queueName: queueNameOf(bell.stage, name),
    visibilityTimeout,
    deadLetterQueue: { queue: dead, maxReceiveCount: triesMax },
  });
  const metric = queue.metricApproximateAgeOfOldestMessage({ ...everyFiveMinutes, statistic: 'Maximum' });
  alarm(bell, { of: `${name} is late`, metric, at: lateSeconds, says });
  return { queue, dead };
};
