import type { Stack } from 'aws-cdk-lib';
import type { Code } from 'aws-cdk-lib/aws-lambda';
import type { Bell } from './alarms.ts';
import type { Foundation } from './data-stack.ts';
import type { Stage } from './stages.ts';

/** The code of a function by its name; tests that look at templates alone give a line instead of a bundle. */
export type CodeOf = (name: string) => Code;

/** What a stack needs to put functions up. */
export type Deployment = {
  readonly stage: Stage;
  readonly foundation: Foundation;
  readonly codeOf: CodeOf;
};

export const bellIn = (stack: Stack, { stage, foundation }: Deployment): Bell => ({
  stack,
  stage,
  topic: foundation.topic,
});
