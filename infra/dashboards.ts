import { Duration, type Stack } from 'aws-cdk-lib';
import { Alarm, Dashboard, type IWidget } from 'aws-cdk-lib/aws-cloudwatch';
import { catalogue } from '../domain/products/catalogue.ts';
import { alarmNameOf, type Rung } from './alarms.ts';
import { businessWidgets } from './dashboards/business.ts';
import { machineWidgets } from './dashboards/machine.ts';
import type { Deployment } from './deployment.ts';
import { stackNameOf } from './places.ts';
import { promiseNames } from './promises.ts';
import { severities } from './topics.ts';

type Shown = Pick<Deployment, 'stage' | 'place' | 'rung'> & { readonly apiId: string };

/** What is told by colour: the promises first, then everything that was made, by how much it asks of people. */
const headings = (rung: readonly Rung[]): Readonly<Record<string, readonly string[]>> => ({
  'What we promise': promiseNames,
  ...Object.fromEntries(
    severities.map((one) => [one, rung.filter(({ severity }) => severity === one).map(({ of }) => of)]),
  ),
});

const dashboard = (stack: Stack, dashboardName: string, days: number, rows: readonly (readonly IWidget[])[]): void => {
  const made = new Dashboard(stack, dashboardName, { dashboardName, defaultInterval: Duration.days(days) });
  for (const row of rows) made.addWidgets(...row);
};

/**
 * Two pages in the cloud: how the business goes, and how the machine does. Their names are one for all Regions, so
 * those of the standby say so. An alarm is shown by its name, which is all that a page needs of it.
 */
export const dashboards = (stack: Stack, { stage, place, rung, apiId }: Shown): void => {
  const currencies = [...new Set(catalogue.map(({ currency }) => currency))].toSorted();
  const alarms = Object.entries(headings(rung)).map(([title, names]) => ({
    title,
    alarms: names.map((of) => Alarm.fromAlarmName(stack, `Shown ${title} ${of}`, alarmNameOf(stage, of))),
  }));
  dashboard(stack, stackNameOf(stage, place, 'business'), 7, businessWidgets(currencies));
  dashboard(stack, stackNameOf(stage, place, 'machine'), 1, machineWidgets({ stage: stage.name, apiId, alarms }));
};
