import { Duration, RemovalPolicy, type Stack } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  Alias,
  Architecture,
  type FunctionProps,
  type IVersion,
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

/** A function, and the name under which whatever calls it finds the version that is live. */
export type Live = { readonly fn: LambdaFunction; readonly live: Alias };

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

/**
 * A Lambda function as all of them are: Node 24 on arm64, traced, with a log and a role of its own, and called by the
 * name `live`.
 */
export const binderyFunction = (stack: Stack, stage: Stage, spec: FunctionSpec, codeOf: CodeOf): Live => {
  const log = logGroup(stack, stage, spec.name);
  const reserved = stage.reserved[spec.name];
  const props: FunctionProps = {
    // The version before stays, so that the name can be moved back to it without a deployment.
    currentVersionOptions: { removalPolicy: stage.keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY },
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
    ...(reserved !== undefined && { reservedConcurrentExecutions: reserved }),
    ...(spec.readsSecrets && { paramsAndSecrets: extension() }),
  };
  const fn = new LambdaFunction(stack, spec.name, props);
  return {
    fn,
    live: new Alias(stack, `${spec.name}-live`, { aliasName: 'live', version: fn.currentVersion as IVersion }),
  };
};
