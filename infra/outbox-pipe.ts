import { type App, Duration, type Stack } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { CfnPipe } from 'aws-cdk-lib/aws-pipes';
import { onTheBus } from '../functions/_kit/settings.ts';
import { alarm, type Bell, everyFiveMinutes } from './alarms.ts';
import { bellIn, type Deployment } from './deployment.ts';
import { binderyFunction, type Live } from './function.ts';
import { functionAlarms } from './function-alarms.ts';
import { outboxRole } from './outbox-role.ts';
import { stackIn } from './places.ts';
import type { PlatformFunctionName } from './platform-functions.ts';
import { deadLetters } from './queue.ts';
import { rollOut } from './rollout.ts';

/** The function that splits operation records into events. */
export const outboxFunction = 'split-records' satisfies PlatformFunctionName;

const words = {
  says: 'Events stop leaving the table: payouts, alerts and the audit trail wait until it works again.',
  promises: ['money-is-applied', 'claims-are-paid', 'evidence-holds'],
} as const;

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
    alarm(bell, {
      ...words,
      of: `outbox ${name}`,
      metric: metric(name),
      at: 1,
      look: `the pipe ${pipeName}, and /bindery/${bell.stage.name}/${outboxFunction}.`,
      severity: 'orange',
    });
};

const splitter = (stack: Stack, deployment: Deployment): Live => {
  const { stage, codeOf } = deployment;
  const made = binderyFunction(
    stack,
    stage,
    {
      name: outboxFunction,
      description: 'Bindery: splits operation records into events.',
      memoryMb: stage.memoryMb.shared,
      timeout: Duration.seconds(10),
      environment: {},
      readsSecrets: false,
    },
    codeOf,
  );
  rollOut(made.live, stage, functionAlarms(bellIn(stack, deployment), made.fn, { ...words, name: outboxFunction }));
  return made;
};

/**
 * Leads operation records from the table's stream, split into events, to the bus (design §4, publishing). A replica has
 * its stream only once it is there: until that is known, the sweeper publishes after five minutes.
 */
export const outboxStack = (app: App, deployment: Deployment): Stack | undefined => {
  const { stage, place, foundation } = deployment;
  const { tableStreamArn } = foundation.table;
  if (tableStreamArn === undefined) return undefined;
  const stack = stackIn(app, stage, place, { part: 'outbox', description: 'what leads events out of the table.' });
  const bell = bellIn(stack, deployment);
  const { live } = splitter(stack, deployment);
  const dead = deadLetters(bell, { ...words, name: 'outbox' });
  const name = `bindery-${stage.name}-outbox`;
  const role = outboxRole(stack, foundation, { streamArn: tableStreamArn, split: live, dead });
  const pipe = new CfnPipe(stack, 'Outbox', {
    name,
    roleArn: role.roleArn,
    desiredState: place.writes ? 'RUNNING' : 'STOPPED',
    source: tableStreamArn,
    sourceParameters: {
      filterCriteria: { filters: [{ pattern: newRecords }] },
      dynamoDbStreamParameters: fromStream(dead.queueArn),
    },
    enrichment: live.functionArn,
    target: foundation.bus.eventBusArn,
    targetParameters: { eventBridgeEventBusParameters: { ...onTheBus } },
  });
  // A pipe that is put up before its rights are there fails to start.
  pipe.node.addDependency(role);
  pipeAlarms(bell, name);
  return stack;
};
