import { Duration } from 'aws-cdk-lib';
import { Queue, type QueueProps } from 'aws-cdk-lib/aws-sqs';
import { acknowledge } from './acknowledge.ts';
import { type AlarmSpec, alarm, type Bell, everyFiveMinutes } from './alarms.ts';
import type { Stage } from './stages.ts';

const guarded: QueueProps = { enforceSSL: true, retentionPeriod: Duration.days(14) };

/** What people and tools call a queue: `bindery-prod-adjudicate-claim`, and its dead letters `…-dead`. */
const queueNameOf = ({ name: stage }: Stage, name: string): string => `bindery-${stage}-${name}`;

/** Whose queue it is, and who is hurt while it stands still. */
export type Waiting = Pick<AlarmSpec, 'says' | 'promises'> & { readonly name: string };

/** Where what cannot be handled waits for a person; one message in it rings. */
export const deadLetters = (bell: Bell, { name, ...words }: Waiting): Queue => {
  const queueName = queueNameOf(bell.stage, `${name}-dead`);
  const queue = new Queue(bell.stack, `${name}-dead`, { ...guarded, queueName });
  acknowledge(queue, 'AwsSolutions-SQS3', 'It is a dead-letter queue itself.');
  alarm(bell, {
    ...words,
    of: `${name} gives up`,
    metric: queue.metricApproximateNumberOfMessagesVisible({ ...everyFiveMinutes, statistic: 'Maximum' }),
    at: 1,
    look: `npm run dead-letters -- list --stage ${bell.stage.name}`,
    severity: 'orange',
  });
  return queue;
};

const triesMax = 8;
const lateSeconds = 15 * 60;

/** A queue with its dead letters; it rings too when its oldest message has waited for a quarter of an hour. */
export const workQueue = (bell: Bell, waiting: Waiting, visibilityTimeout: Duration) => {
  const { name, ...words } = waiting;
  const dead = deadLetters(bell, waiting);
  const queue = new Queue(bell.stack, `${name}-queue`, {
    ...guarded,
    queueName: queueNameOf(bell.stage, name),
    visibilityTimeout,
    deadLetterQueue: { queue: dead, maxReceiveCount: triesMax },
  });
  alarm(bell, {
    ...words,
    of: `${name} is late`,
    metric: queue.metricApproximateAgeOfOldestMessage({ ...everyFiveMinutes, statistic: 'Maximum' }),
    at: lateSeconds,
    look: `/bindery/${bell.stage.name}/${name}: whether it works at all, or fails and tries again.`,
    severity: 'orange',
  });
  return { queue, dead };
};
