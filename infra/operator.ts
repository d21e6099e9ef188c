import { type App, ArnFormat, type Stack } from 'aws-cdk-lib';
import { ManagedPolicy, PolicyStatement, type PolicyStatementProps } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { archiveBucketOf, lettersFolder } from '../functions/_kit/ops-evidence.ts';
import { acknowledge } from './acknowledge.ts';
import type { FunctionGroup } from './groups.ts';
import { type Place, stackIn, stackNameOf } from './places.ts';
import type { Stage } from './stages.ts';

export type OperatorProps = {
  readonly stage: Stage;
  readonly place: Place;
  readonly groups: readonly FunctionGroup[];
  /** Under which the archive is encrypted, where it is written down what operators decided. */
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
  const others = stage.backups === undefined ? ['outbox'] : ['outbox', 'export'];
  const dead = [...subscribers, ...schedules, ...others].map((name) => arnOf(`${name}-dead`));
  return [
    { actions: [...addressing, ...settling], resources: dead },
    { actions: [...addressing, 'sqs:SendMessage'], resources: subscribers.map(arnOf) },
  ];
};

const archiveArn = (stack: Stack, { stage, place }: OperatorProps): string =>
  stack.formatArn({
    ...{ service: 's3', region: '', account: '', resource: archiveBucketOf(stage.name, stack.account, place.region) },
    arnFormat: ArnFormat.NO_RESOURCE_NAME,
  });

/** Decisions are written under names of their own and read back; the rest of the archive stays closed. */
const evidenceRights = (stack: Stack, props: OperatorProps): readonly PolicyStatementProps[] => [
  { actions: ['s3:GetObject', 's3:PutObject'], resources: [`${archiveArn(stack, props)}/${lettersFolder}*`] },
  {
    actions: ['s3:ListBucket'],
    resources: [archiveArn(stack, props)],
    conditions: { StringLike: { 's3:prefix': `${lettersFolder}*` } },
  },
  {
    actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
    resources: [props.storageKey.keyArn],
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
  {
    actions: [
      ...['cloudwatch:DescribeAlarmHistory', 'cloudwatch:DescribeAlarms', 'cloudwatch:GetMetricData'],
      'sqs:ListQueues',
    ],
    resources: ['*'],
  },
  { actions: ['logs:FilterLogEvents', 'logs:GetLogEvents'], resources: [logArn(stack, props)] },
];

const takeOn = (policy: ManagedPolicy, { stage, place }: OperatorProps): void => {
  const archive = `arn:<AWS::Partition>:s3:::${archiveBucketOf(stage.name, '<AWS::AccountId>', place.region)}`;
  const logs = `arn:<AWS::Partition>:logs:${place.region}:<AWS::AccountId>:log-group:/bindery/${stage.name}/*`;
  acknowledge(
    policy,
    'AwsSolutions-IAM5[Resource::*]',
    'Alarms with composite ones, metrics and names of queues are shown for no narrower resource; they hold no data.',
  );
  acknowledge(
    policy,
    `AwsSolutions-IAM5[Resource::${logs}]`,
    'The logs of all functions of the stage and of nothing else; who mends one follows a request through several.',
  );
  acknowledge(
    policy,
    `AwsSolutions-IAM5[Resource::${archive}/${lettersFolder}*]`,
    'Each decision has a name of its own under this folder; no name is written twice, and object lock keeps it.',
  );
};

/**
 * What the commands of an operator may do in a place, and nothing besides: a policy without data, that comes and goes
 * without harm. Who is an operator is said where people have roles.
 */
export const operatorStack = (app: App, props: OperatorProps): Stack => {
  const { stage, place } = props;
  const stack = stackIn(app, stage, place, { part: 'operator', description: 'what operators may do.' });
  const statements = [...queueRights(stack, props), ...evidenceRights(stack, props), ...looking(stack, props)];
  const policy = new ManagedPolicy(stack, 'Operator', {
    managedPolicyName: stackNameOf(stage, place, 'operator'),
    description: 'Bindery: look at alarms, metrics and logs; list, read, replay and drop dead letters.',
    statements: statements.map((one) => new PolicyStatement(one)),
  });
  takeOn(policy, props);
  return stack;
};
