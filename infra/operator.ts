import { type App, ArnFormat, CfnOutput, Stack } from 'aws-cdk-lib';
import { ManagedPolicy, PolicyStatement, type PolicyStatementProps } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { lettersFolder } from '../functions/_kit/ops-evidence.ts';
import { acknowledge } from './acknowledge.ts';
import type { FunctionGroup } from './groups.ts';
import type { Stage } from './stages.ts';

export type OperatorProps = {
  readonly stage: Stage;
  readonly groups: readonly FunctionGroup[];
  /** Where it is written down what operators decided. */
  readonly archive: Bucket;
  readonly storageKey: IKey;
};

const addressing = ['sqs:GetQueueAttributes', 'sqs:GetQueueUrl'];
const settling = ['sqs:ChangeMessageVisibility', 'sqs:DeleteMessage', 'sqs:ReceiveMessage'];

/** Dead letters are read and taken away; into the queue of a subscriber a letter is put back, and nothing is read. */
const queueRights = (stack: Stack, { stage, groups }: OperatorProps): readonly PolicyStatementProps[] => {
  const arnOf = (name: string): string =>
    stack.formatArn({
      service: 'sqs',
      resource: `bindery-${stage.name}-${name}`,
      arnFormat: ArnFormat.NO_RESOURCE_NAME,
    });
  const subscribers = groups.filter(({ kind }) => kind === 'queue').map(({ name }) => name);
  const schedules = groups.filter(({ kind }) => kind === 'schedule').map(({ name }) => name);
  const dead = [...subscribers, ...schedules, 'outbox'].map((name) => arnOf(`${name}-dead`));
  return [
    { actions: [...addressing, ...settling], resources: dead },
    { actions: [...addressing, 'sqs:SendMessage'], resources: subscribers.map(arnOf) },
  ];
};

/** Decisions are written under names of their own and read back; the rest of the archive stays closed. */
const evidenceRights = (stack: Stack, { archive, storageKey }: OperatorProps): readonly PolicyStatementProps[] => [
  { actions: ['s3:GetObject', 's3:PutObject'], resources: [archive.arnForObjects(`${lettersFolder}*`)] },
  {
    actions: ['s3:ListBucket'],
    resources: [archive.bucketArn],
    conditions: { StringLike: { 's3:prefix': `${lettersFolder}*` } },
  },
  {
    actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
    resources: [storageKey.keyArn],
    conditions: { StringEquals: { 'kms:ViaService': `s3.${stack.region}.amazonaws.com` } },
  },
];

const logArn = (stack: Stack, { stage }: OperatorProps): string =>
  stack.formatArn({
    ...{ service: 'logs', resource: 'log-group', resourceName: `/bindery/${stage.name}/*` },
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  });

/** What is looked at and never changed. AWS takes no narrower resource for the first of these. */
const looking = (stack: Stack, props: OperatorProps): readonly PolicyStatementProps[] => [
  { actions: ['cloudwatch:DescribeAlarms', 'cloudwatch:GetMetricData', 'sqs:ListQueues'], resources: ['*'] },
  { actions: ['logs:FilterLogEvents', 'logs:GetLogEvents'], resources: [logArn(stack, props)] },
];

const takeOn = (policy: ManagedPolicy, stack: Stack, props: OperatorProps): void => {
  const { stage, archive } = props;
  const shown = stack.resolve(Stack.of(archive).exportValue(archive.bucketArn))['Fn::ImportValue'];
  acknowledge(
    policy,
    'AwsSolutions-IAM5[Resource::*]',
    'Alarms with composite ones, metrics and names of queues are shown for no narrower resource; they hold no data.',
  );
  const logs = `arn:<AWS::Partition>:logs:<AWS::Region>:<AWS::AccountId>:log-group:/bindery/${stage.name}/*`;
  acknowledge(
    policy,
    `AwsSolutions-IAM5[Resource::${logs}]`,
    'The logs of all functions of the stage and of nothing else; who mends one follows a request through several.',
  );
  acknowledge(
    policy,
    `AwsSolutions-IAM5[Resource::${shown}/${lettersFolder}*]`,
    'Each decision has a name of its own under this folder; no name is written twice, and object lock keeps it.',
  );
};

/** What the commands of an operator may do, and nothing besides. Who is an operator is said where people have roles. */
export const operatorPolicy = (stack: Stack, props: OperatorProps): ManagedPolicy => {
  const statements = [...queueRights(stack, props), ...evidenceRights(stack, props), ...looking(stack, props)];
  const policy = new ManagedPolicy(stack, 'Operator', {
    managedPolicyName: `bindery-${props.stage.name}-operator`,
    description: 'Bindery: look at alarms, metrics and logs; list, read, replay and drop dead letters.',
    statements: statements.map((one) => new PolicyStatement(one)),
  });
  takeOn(policy, stack, props);
  return policy;
};

/** The stack of those who run the platform. It holds a policy and no data; it comes and goes without harm. */
export const operatorStack = (app: App, props: OperatorProps): Stack => {
  const { stage, archive } = props;
  const stack = new Stack(app, `bindery-${stage.name}-operator`, { description: 'Bindery: what operators may do.' });
  operatorPolicy(stack, props);
  new CfnOutput(stack, 'ArchiveBucket', {
    description: 'Where decisions about dead letters are kept: BINDERY_ARCHIVE_BUCKET of the command.',
    value: archive.bucketName,
  });
  return stack;
};
