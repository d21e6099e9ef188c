import { Duration, type Stack } from 'aws-cdk-lib';
import { Alarm, Dashboard, type IWidget } from 'aws-cdk-lib/aws-cloudwatch';
import { catalogue } from '../domain/products/catalogue.ts';
import { businessWidgets } from './dashboards/business.ts';
import { machineWidgets } from './dashboards/machine.ts';
import type { Stage } from './stages.ts';

export type Shown = {
  readonly apiId: string;
  /** Names of alarms under a heading each, the promises first: a name is all that a dashboard needs of an alarm. */
  readonly alarms: Readonly<Record<string, readonly string[]>>;
};

type Rows = readonly (readonly IWidget[])[];

const dashboard = (stack: Stack, dashboardName: string, days: number, rows: Rows): void => {
  const made = new Dashboard(stack, dashboardName, { dashboardName, defaultInterval: Duration.days(days) });
  for (const row of rows) made.addWidgets(...row);
};

/** Two pages in the cloud: how the business goes, and how the machine does. They are found by name. */
export const dashboards = (stack: Stack, { name }: Pick<Stage, 'name'>, { apiId, alarms }: Shown): void => {
  const currencies = [...new Set(catalogue.map(({ currency }) => currency))].toSorted();
  const found = Object.entries(alarms).map(([title, names]) => ({
    title,
    alarms: names.map((alarmName) => Alarm.fromAlarmName(stack, `Shown ${title} ${alarmName}`, alarmName)),
  }));
  dashboard(stack, `bindery-${name}-business`, 7, businessWidgets(currencies));
  dashboard(stack, `bindery-${name}-machine`, 1, machineWidgets({ stage: name, apiId, alarms: found }));
};
