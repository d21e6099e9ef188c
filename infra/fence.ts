import { type App, RemovalPolicy, type Stack } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { AwsCustomResource, PhysicalResourceId } from 'aws-cdk-lib/custom-resources';
import { type Place, stackIn } from './places.ts';
import type { Stage } from './stages.ts';
import type { TableNames } from './table.ts';

const writing = ['BatchWriteItem', 'ConditionCheckItem', 'DeleteItem', 'PutItem', 'UpdateItem']
  .concat('PartiQLDelete', 'PartiQLInsert', 'PartiQLUpdate')
  .map((action) => `dynamodb:${action}`);
/** By which DynamoDB itself brings to one Region what was written in the other. */
const replication = 'arn:*:iam::*:role/aws-service-role/replication.dynamodb.amazonaws.com/*';

/** Whoever may write elsewhere may not write here, whatever its role says (decision 0015). */
const refusal = (tableArn: string) => ({
  Version: '2012-10-17',
  Statement: [
    {
      Sid: 'OneWriter',
      Effect: 'Deny',
      Principal: { AWS: '*' },
      Action: writing,
      Resource: tableArn,
      Condition: { ArnNotLike: { 'aws:PrincipalArn': replication } },
    },
  ],
});

/** Who puts the policy there: it may do this to one copy of the table, and write its own log. */
const fencer = (stack: Stack, tableArn: string, log: LogGroup): Role => {
  const role = new Role(stack, 'FencerRole', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
  const allow = (actions: readonly string[], resource: string): void =>
    void role.addToPolicy(new PolicyStatement({ actions: [...actions], resources: [resource] }));
  allow(['dynamodb:DeleteResourcePolicy', 'dynamodb:PutResourcePolicy'], tableArn);
  allow(['logs:CreateLogStream', 'logs:PutLogEvents'], log.logGroupArn);
  return role;
};

/**
 * The fence before a place's copy of the table: up where nobody may write, and down where the writer is. It is a call
 * and no property of the table, for CloudFormation makes no copy together with its policy (DynamoDB Developer Guide,
 * "Resource-based policy considerations"); and as a stack of its Region it moves while the other Region is gone.
 */
const fenceStack = (app: App, stage: Stage, place: Place, { tableArn }: TableNames): Stack => {
  const stack = stackIn(app, stage, place, { part: 'fence', description: 'lets one site write, and no other.' });
  const logGroup = new LogGroup(stack, 'FencerLog', {
    logGroupName: `/bindery/${stage.name}/fence`,
    retention: stage.logDays,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  const call = (action: string, more = {}) => ({
    service: 'DynamoDB',
    action,
    parameters: { ResourceArn: tableArn, ...more },
    physicalResourceId: PhysicalResourceId.of('fence'),
  });
  const down = call('deleteResourcePolicy');
  const role = fencer(stack, tableArn, logGroup);
  const fence = new AwsCustomResource(stack, 'Fence', {
    onUpdate: place.writes ? down : call('putResourcePolicy', { Policy: stack.toJsonString(refusal(tableArn)) }),
    onDelete: { ...down, ignoreErrorCodesMatching: 'ResourceNotFoundException|PolicyNotFoundException' },
    installLatestAwsSdk: false,
    role,
    logGroup,
  });
  // The call is made as soon as it is there.
  fence.node.addDependency(role);
  return stack;
};

type Fenced = { readonly place: Place; readonly foundation: { readonly table: TableNames } };

/**
 * The fences of a stage with a standby. One falls only after the other one stands and the edge leads to where it falls,
 * so that no moment of a switch has two writers. Both copies of the table are made by home's stack of data.
 */
export const putFencesUp = (
  app: App,
  stage: Stage,
  sites: readonly Fenced[],
  { data, edge }: { readonly data: Stack; readonly edge: Stack },
): void => {
  const fences = sites.map(({ place, foundation }) => ({
    falls: place.writes,
    stack: fenceStack(app, stage, place, foundation.table),
  }));
  const standing = fences.filter(({ falls }) => !falls).map(({ stack }) => stack);
  for (const { falls, stack } of fences)
    for (const before of falls ? [data, edge, ...standing] : [data]) stack.addStackDependency(before);
};
