import type { Stack } from 'aws-cdk-lib';
import type { Code } from 'aws-cdk-lib/aws-lambda';
import type { Bell, Rung } from './alarms.ts';
import type { Foundation } from './data-stack.ts';
import type { Place } from './places.ts';
import type { StaffPool } from './staff-pool.ts';
import type { Stage } from './stages.ts';

/** The code of a function by its name; tests that look at templates alone give a line instead of a bundle. */
export type CodeOf = (name: string) => Code;

/** What a stack needs to put functions up in a place. */
export type Deployment = {
  readonly stage: Stage;
  readonly place: Place;
  readonly foundation: Foundation;
  readonly codeOf: CodeOf;
  /** Where the platform is reached, and who issues its tokens: `https://api.insurer.example`. */
  readonly url: string;
  /** Every alarm of the place, as it is made. */
  readonly rung: Rung[];
  /** Where staff log in; without it nobody of a live tenant's people gets a token. */
  readonly staffPool?: StaffPool;
};

export const bellIn = (stack: Stack, { stage, foundation, rung }: Deployment): Bell => ({
  stack,
  stage,
  topics: foundation.topics,
  rung,
});
