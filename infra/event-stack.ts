import { type App, Stack } from 'aws-cdk-lib';
import type { Deployment } from './deployment.ts';
import type { FunctionGroup } from './groups.ts';
import { outboxPipe } from './outbox-pipe.ts';
import { subscription } from './subscription.ts';
import { timer } from './timer.ts';

/** What happens after a command, and by the clock: the outbox, the subscribers and the schedules. */
export const eventStack = (app: App, groups: readonly FunctionGroup[], deployment: Deployment): void => {
  const { name } = deployment.stage;
  const stack = new Stack(app, `bindery-${name}-events`, { description: 'Bindery: events, subscribers, schedules.' });
  outboxPipe(stack, deployment);
  for (const group of groups) {
    if (group.kind === 'queue') subscription(stack, group, deployment);
    if (group.kind === 'schedule') timer(stack, group, deployment);
  }
};
