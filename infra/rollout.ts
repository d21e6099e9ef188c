import { Stack } from 'aws-cdk-lib';
import type { Alarm } from 'aws-cdk-lib/aws-cloudwatch';
import { LambdaApplication, LambdaDeploymentConfig, LambdaDeploymentGroup } from 'aws-cdk-lib/aws-codedeploy';
import { ManagedPolicy, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Alias } from 'aws-cdk-lib/aws-lambda';
import { acknowledge } from './acknowledge.ts';
import type { Stage } from './stages.ts';

/** CodeDeploy watches ten alarms at most. */
const watchedMax = 10;

const deployerIn = (stack: Stack): Role => {
  const known = stack.node.tryFindChild('DeployRole');
  if (known instanceof Role) return known;
  const role = new Role(stack, 'DeployRole', {
    assumedBy: new ServicePrincipal('codedeploy.amazonaws.com'),
    managedPolicies: [ManagedPolicy.fromAwsManagedPolicyName('service-role/AWSCodeDeployRoleForLambdaLimited')],
  });
  acknowledge(
    role,
    'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSCodeDeployRoleForLambdaLimited]',
    'AWS keeps the policy by which CodeDeploy moves aliases; it reads alarms and invokes hooks besides.',
  );
  return role;
};

const applicationIn = (stack: Stack): LambdaApplication => {
  const known = stack.node.tryFindChild('Deployments');
  return known instanceof LambdaApplication ? known : new LambdaApplication(stack, 'Deployments');
};

/**
 * Lets a tenth of the calls try new code for five minutes, and takes it back when an alarm rings meanwhile. A stage
 * that takes over at once has nothing to roll back to but the deployment before.
 */
export const rollOut = (live: Alias, { deployment }: Stage, alarms: readonly Alarm[]): void => {
  if (deployment === 'all-at-once') return;
  const stack = Stack.of(live);
  new LambdaDeploymentGroup(stack, `${live.node.id}-rollout`, {
    application: applicationIn(stack),
    role: deployerIn(stack),
    alias: live,
    deploymentConfig: LambdaDeploymentConfig.CANARY_10PERCENT_5MINUTES,
    alarms: alarms.slice(0, watchedMax),
    autoRollback: { failedDeployment: true, stoppedDeployment: true, deploymentInAlarm: true },
  });
};
