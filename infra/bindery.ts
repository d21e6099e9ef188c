import { App, type AppProps, Tags, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import type { Capability } from '../functions/_kit/contract.ts';
import { apiStack } from './api-stack.ts';
import { dataStack } from './data-stack.ts';
import type { CodeOf } from './deployment.ts';
import { eventStack } from './event-stack.ts';
import { groupsOf } from './groups.ts';
import type { Stage } from './stages.ts';

export type BinderyProps = {
  readonly capabilities: readonly Capability[];
  readonly stage: Stage;
  readonly codeOf: CodeOf;
  readonly app?: AppProps;
};

const context = {
  // No stack may take away what another still uses.
  '@aws-cdk/core:defaultCrossStackReferences': 'strong',
  // S3 delivers access logs by a policy on their bucket, without access lists.
  '@aws-cdk/aws-s3:serverAccessLogsUseBucketPolicy': true,
};

/** The whole platform of one stage, derived from contracts. Any finding that nobody took on fails the synthesis. */
export const bindery = ({ capabilities, stage, codeOf, app: props = {} }: BinderyProps): App => {
  const app = new App({ ...props, context: { ...context, ...props.context } });
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  Tags.of(app).add('service', 'bindery');
  Tags.of(app).add('stage', stage.name);
  const groups = groupsOf(capabilities);
  const deployment = { stage, codeOf, foundation: dataStack(app, stage) };
  eventStack(app, groups, deployment);
  apiStack(
    app,
    groups.filter((group) => group.kind === 'http'),
    deployment,
  );
  return app;
};
