import { Duration, RemovalPolicy, type Stack } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  Architecture,
  type FunctionProps,
  Function as LambdaFunction,
  ParamsAndSecretsLayerVersion,
  ParamsAndSecretsVersions,
  Runtime,
  Tracing,
} from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { acknowledge } from './acknowledge.ts';
import type { CodeOf } from './deployment.ts';
import type { Stage } from './stages.ts';

export type FunctionSpec = {
  readonly name: string;
  readonly description: string;
  readonly memoryMb: number;
  readonly timeout: Duration;
  readonly environment: Readonly<Record<string, string>>;
  /** Puts the secrets extension beside it, so that it reads secrets without an SDK client. */
  readonly readsSecrets: boolean;
};

const extension = () =>
  ParamsAndSecretsLayerVersion.fromVersion(ParamsAndSecretsVersions.V1_0_103, {
    cacheSize: 10,
    secretsManagerTtl: Duration.minutes(5),
  });

const logGroup = (stack: Stack, { name: stage, logDays }: Stage, name: string): LogGroup =>
  new LogGroup(stack, `${name}-log`, {
    logGroupName: `/bindery/${stage}/${name}`,
    retention: logDays,
    removalPolicy: RemovalPolicy.DESTROY,
  });

/** A role that may write its own log and its traces, and nothing yet. */
const roleFor = (stack: Stack, name: string, log: LogGroup): Role => {
  const role = new Role(stack, `${name}-role`, { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
  role.addToPolicy(
    new PolicyStatement({ actions: ['logs:CreateLogStream', 'logs:PutLogEvents'], resources: [log.logGroupArn] }),
  );
  acknowledge(role, 'AwsSolutions-IAM5[Resource::*]', 'X-Ray takes trace segments for no narrower resource.');
  return role;
};

/** A Lambda function as all of them are: Node 24 on arm64, traced, with a log of its own and a role of its own. */
export const binderyFunction = (stack: Stack, stage: Stage, spec: FunctionSpec, codeOf: CodeOf): LambdaFunction => {
  const log = logGroup(stack, stage, spec.name);
  const props: FunctionProps = {
    functionName: `bindery-${stage.name}-${spec.name}`,
    description: spec.description,
    runtime: Runtime.NODEJS_24_X,
    architecture: Architecture.ARM_64,
    code: codeOf(spec.name),
    handler: 'index.handler',
    memorySize: spec.memoryMb,
    timeout: spec.timeout,
    tracing: Tracing.ACTIVE,
    role: roleFor(stack, spec.name, log),
    logGroup: log,
    environment: { ...spec.environment },
    ...(spec.readsSecrets && { paramsAndSecrets: extension() }),
  };
  return new LambdaFunction(stack, spec.name, props);
};
