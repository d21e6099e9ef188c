import { type App, Duration, type Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { CfnRotationSchedule } from 'aws-cdk-lib/aws-secretsmanager';
import { rotationSettings } from '../functions/_kit/settings.ts';
import { type Api, knowDoors } from './api-stack.ts';
import { bellIn, type Deployment } from './deployment.ts';
import { binderyFunction } from './function.ts';
import { functionAlarms } from './function-alarms.ts';
import { stackIn } from './places.ts';
import type { PlatformFunctionName } from './platform-functions.ts';
import type { KeptSecret } from './secrets.ts';
import { through } from './through.ts';

const everyDays = 30;

type Turned = {
  readonly name: PlatformFunctionName;
  readonly secret: KeptSecret;
  readonly says: string;
  readonly environment?: Readonly<Record<string, string>>;
};

const steps = ['DescribeSecret', 'GetSecretValue', 'PutSecretValue', 'UpdateSecretVersionStage'].map(
  (one) => `secretsmanager:${one}`,
);

/** A function that turns one secret, and may touch nothing else. */
const rotator = (stack: Stack, deployment: Deployment, turned: Turned): LambdaFunction => {
  const { name, secret, says, environment = {} } = turned;
  const { stage, codeOf, foundation } = deployment;
  const spec = {
    name,
    description: `Bindery: ${says}`.slice(0, 256),
    memoryMb: stage.memoryMb.shared,
    timeout: Duration.seconds(30),
    environment: { ...environment, [rotationSettings.secret]: secret.arn },
    readsSecrets: false,
  };
  const { fn } = binderyFunction(stack, stage, spec, codeOf);
  fn.addToRolePolicy(new PolicyStatement({ actions: steps, resources: [secret.arn] }));
  through(fn, 'secretsmanager', ['kms:Decrypt', 'kms:GenerateDataKey'], foundation.keys.storage.keyArn);
  functionAlarms(bellIn(stack, deployment), fn, { name, says });
  return fn;
};

/**
 * Turns the secret every thirty days, in the two hours after midnight (UTC), and a first time at once. Secrets Manager
 * is told of the function itself: nobody says that it takes the name of a version, and new code has few calls to try.
 */
const schedule = (stack: Stack, fn: LambdaFunction, { name, secret }: Turned): void => {
  fn.addPermission('Rotates', {
    principal: new ServicePrincipal('secretsmanager.amazonaws.com'),
    sourceAccount: stack.account,
  });
  const turns = new CfnRotationSchedule(stack, `${name}-schedule`, {
    secretId: secret.arn,
    rotationLambdaArn: fn.functionArn,
    rotationRules: { scheduleExpression: `rate(${everyDays} days)`, duration: '2h' },
  });
  // Secrets Manager looks at once whether it may call the function, and calls it.
  turns.node.addDependency(fn);
};

const turn = (stack: Stack, deployment: Deployment, turned: Turned): LambdaFunction => {
  const fn = rotator(stack, deployment, turned);
  schedule(stack, fn, turned);
  return fn;
};

/** The keys that sign offers are ours alone, so they turn by themselves. */
const offerKeys = (stack: Stack, deployment: Deployment): void => {
  const secret = deployment.foundation.secrets.get('offerKeys');
  if (secret === undefined) throw new Error('There is no secret of the offer keys.');
  turn(stack, deployment, {
    name: 'rotate-offer-keys',
    secret,
    says: 'Nobody is hurt, but the keys that sign offers do not turn, and one that leaked would go on to sign.',
  });
};

/** The edge that proves itself by the secret, and the door that it opens. */
export type Proved = {
  readonly secret: KeptSecret;
  readonly distributionId: string;
  readonly firewallArn: string;
  /** Of the site that writes. */
  readonly doorUrl: string;
  readonly doors: readonly Api[];
};

const originSecret = (stack: Stack, deployment: Deployment, proved: Proved): void => {
  const { secret, distributionId, firewallArn, doorUrl } = proved;
  const fn = turn(stack, deployment, {
    name: 'rotate-origin-secret',
    secret,
    says: 'Nobody is hurt, but the secret of the edge does not turn, and whoever knows it may pass the firewall by.',
    environment: { [rotationSettings.distribution]: distributionId, [rotationSettings.door]: doorUrl },
  });
  fn.addToRolePolicy(
    new PolicyStatement({
      actions: ['cloudfront:GetDistribution', 'cloudfront:UpdateDistribution'],
      resources: [
        stack.formatArn({ service: 'cloudfront', region: '', resource: 'distribution', resourceName: distributionId }),
      ],
    }),
  );
  // CloudFront takes no change of a distribution from somebody who may not look at its firewall.
  fn.addToRolePolicy(new PolicyStatement({ actions: ['wafv2:GetWebACL'], resources: [firewallArn] }));
};

/**
 * Whatever secret is ours to change, changes by itself. It stands at home: copies follow what home holds. The secrets
 * of the tenants, from which their ids follow, are no secrets of this kind and never turn.
 */
export const rotationStack = (app: App, deployment: Deployment, proved: Proved): Stack => {
  const { stage, place } = deployment;
  const stack = stackIn(app, stage, place, { part: 'rotation', description: 'what turns secrets.' });
  offerKeys(stack, deployment);
  originSecret(stack, deployment, proved);
  knowDoors(stack, proved.doors);
  return stack;
};
