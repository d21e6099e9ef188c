import { Duration, type Stack } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { CfnPipe } from 'aws-cdk-lib/aws-pipes';
import { onTheBus } from '../functions/_kit/settings.ts';
import { alarm, type Bell, everyFiveMinutes } from './alarms.ts';
import { bellIn, type Deployment } from './deployment.ts';
import { binderyFunction } from './function.ts';
import { functionAlarms } from './function-alarms.ts';
import { outboxRole, streamArnOf } from './outbox-role.ts';
import { deadLetters } from './queue.ts';

/** The function that splits operation records into events. */
export const outboxFunction = 'split-records';

const says = 'Events stop leaving the table: payouts, alerts and the audit trail wait until it works again.';

/** New operation records leave the table, and nothing else does. */
const newRecords = JSON.stringify({
  eventName: ['INSERT'],
  dynamodb: { Keys: { sk: { S: [{ prefix: 'OP#' }] } } },
});

/**
 * One record at a time: its events are at most ten, which is what a bus takes at once, while two records' may be more,
 * and then the pipe sends none. Ten lanes to a shard keep the order of each aggregate.
 */
const fromStream = (deadLetterArn: string): CfnPipe.PipeSourceDynamoDBStreamParametersProperty => ({
  startingPosition: 'TRIM_HORIZON',
  batchSize: 1,
  parallelizationFactor: 10,
  maximumRetryAttempts: 10,
  deadLetterConfig: { arn: deadLetterArn },
});

const pipeAlarms = (bell: Bell, pipeName: string): void => {
  const metric = (metricName: string) =>
    new Metric({
      namespace: 'AWS/EventBridge/Pipes',
      metricName,
      dimensionsMap: { PipeName: pipeName },
      ...everyFiveMinutes,
    });
  for (const name of ['ExecutionFailed', 'ExecutionTimeout', 'ExecutionThrottled'])
    alarm(bell, { of: `outbox ${name}`, metric: metric(name), at: 1, says });
};

/** Leads operation records from the table's stream, split into events, to the bus (design §4, publishing). */
export const outboxPipe = (stack: Stack, deployment: Deployment): void => {
  const { stage, foundation, codeOf } = deployment;
  const bell = bellIn(stack, deployment);
  const spec = { name: outboxFunction, description: 'Bindery: splits operation records into events.', memoryMb: 512 };
  const split = binderyFunction(
    stack,
    stage,
    { ...spec, timeout: Duration.seconds(10), environment: {}, readsSecrets: false },
    codeOf,
  );
  const dead = deadLetters(bell, 'outbox', says);
  const name = `bindery-${stage.name}-outbox`;
  const role = outboxRole(stack, foundation, split, dead);
  const pipe = new CfnPipe(stack, 'Outbox', {
    name,
    roleArn: role.roleArn,
    source: streamArnOf(foundation),
    sourceParameters: {
      filterCriteria: { filters: [{ pattern: newRecords }] },
      dynamoDbStreamParameters: fromStream(dead.queueArn),
    },
    enrichment: split.functionArn,
    target: foundation.bus.eventBusArn,
    targetParameters: { eventBridgeEventBusParameters: { ...onTheBus } },
  });
  // A pipe that is put up before its rights are there fails to start.
  pipe.node.addDependency(role);
  functionAlarms(bell, outboxFunction, split, says);
  pipeAlarms(bell, name);
};
