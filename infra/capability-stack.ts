import type { App, Stack } from 'aws-cdk-lib';
import type { IHttpRouteAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2';
import type { Api } from './api-stack.ts';
import type { Deployment } from './deployment.ts';
import { entryFunction } from './entry-function.ts';
import type { FunctionGroup } from './groups.ts';
import { stackIn } from './places.ts';
import { addRoutes } from './routes.ts';
import { subscription } from './subscription.ts';
import { timer } from './timer.ts';

export type Gateway = Api & { readonly authorizer: IHttpRouteAuthorizer };

const put = (stack: Stack, group: FunctionGroup, deployment: Deployment, gateway: Gateway): void => {
  if (group.kind === 'http') addRoutes(stack, gateway, group, entryFunction(stack, group, deployment).live);
  else if (group.kind === 'queue') subscription(stack, group, deployment);
  else timer(stack, group, deployment);
};

/**
 * One capability as a stack of its own: its functions, routes, queues and timers. So no stack grows with the platform,
 * and a capability is deployed, and taken back, without the others.
 */
export const capabilityStack = (
  app: App,
  { name, groups }: { readonly name: string; readonly groups: readonly FunctionGroup[] },
  deployment: Deployment,
  gateway: Gateway,
): Stack => {
  const { stage, place } = deployment;
  const stack = stackIn(app, stage, place, { part: name, description: `${name}: functions, routes, queues, timers.` });
  for (const group of groups) put(stack, group, deployment, gateway);
  return stack;
};
