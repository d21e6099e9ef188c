import { Duration, type Stack } from 'aws-cdk-lib';
import { Rule } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { assertPattern } from '../functions/_kit/event-pattern/faults.ts';
import { patternOf } from '../functions/_kit/event-pattern/pattern-of.ts';
import { bellIn, type Deployment } from './deployment.ts';
import { entryFunction, wordsOf } from './entry-function.ts';
import type { QueueGroup } from './groups.ts';
import { workQueue } from './queue.ts';

/** SQS hands over ten messages at once; it gathers for more. */
const gatherAbove = 10;
/** So many at once keep the table and the providers from being overrun after an outage. */
const atOnceMax = 10;

/** Leads the events that a subscriber names to its function, by a queue that forgets nothing. */
export const subscription = (stack: Stack, group: QueueGroup, deployment: Deployment): void => {
  const { fn, live } = entryFunction(stack, group, deployment);
  const visibility = Duration.seconds(6 * (fn.timeout ?? Duration.seconds(30)).toSeconds());
  const { queue, dead } = workQueue(bellIn(stack, deployment), wordsOf(group), visibility);
  for (const { on, batch = 1, atOnce = atOnceMax } of group.entries) {
    const eventPattern = patternOf({ on });
    assertPattern(group.name, eventPattern);
    new Rule(stack, `${group.name}-rule`, {
      eventBus: deployment.foundation.bus,
      eventPattern,
      targets: [new SqsQueue(queue, { deadLetterQueue: dead })],
    });
    const gather = batch > gatherAbove ? { maxBatchingWindow: Duration.seconds(2) } : {};
    live.addEventSource(
      new SqsEventSource(queue, {
        batchSize: batch,
        // Where nobody may write, what waits keeps waiting.
        enabled: deployment.place.writes,
        reportBatchItemFailures: true,
        maxConcurrency: atOnce,
        ...gather,
      }),
    );
  }
};
