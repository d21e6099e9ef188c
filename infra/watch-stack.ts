import type { App, Stack } from 'aws-cdk-lib';
import { bookAlarms } from './book-alarms.ts';
import { budget } from './budget.ts';
import { dashboards } from './dashboards.ts';
import { bellIn, type Deployment } from './deployment.ts';
import { nightlyExport } from './export.ts';
import { stackIn } from './places.ts';
import { promiseAlarms } from './promises.ts';

/** What watches everything else of a place: an alarm for each promise, dashboards, the bill and the nightly export. */
export const watchStack = (app: App, apiId: string, deployment: Deployment): Stack => {
  const { stage, place, foundation, rung } = deployment;
  const stack = stackIn(app, stage, place, {
    part: 'watch',
    description: 'promises, dashboards, exports and the budget.',
  });
  bookAlarms(bellIn(stack, deployment));
  promiseAlarms({ stage, topics: foundation.topics, rung }, stack);
  // The bill is one for all Regions.
  if (place.site === 'home') budget(stack, stage, foundation.topics.yellow);
  if (place.writes && stage.backups !== undefined)
    nightlyExport(bellIn(stack, deployment), stage.backups, place.site, foundation.table);
  dashboards(stack, { stage, place, rung, apiId });
  return stack;
};
