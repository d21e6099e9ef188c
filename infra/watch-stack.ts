import type { App, Stack } from 'aws-cdk-lib';
import { budget } from './budget.ts';
import type { Deployment } from './deployment.ts';
import type { FunctionGroup } from './groups.ts';
import { stackIn } from './places.ts';
import { promiseAlarms } from './promises.ts';

/** What watches everything else of a place: one alarm for each promise, and the bill. */
export const watchStack = (app: App, _groups: readonly FunctionGroup[], deployment: Deployment): Stack => {
  const { stage, place, foundation, rung } = deployment;
  const stack = stackIn(app, stage, place, { part: 'watch', description: 'promises, dashboards and the budget.' });
  promiseAlarms({ stage, topics: foundation.topics, rung }, stack);
  // The bill is one for all Regions.
  if (place.site === 'home') budget(stack, stage, foundation.topics.yellow);
  return stack;
};
