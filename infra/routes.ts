import type { Stack } from 'aws-cdk-lib';
import {
  type CfnStage,
  HttpMethod,
  HttpRoute,
  HttpRouteKey,
  type HttpStage,
  type IHttpRouteAuthorizer,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { Alias, IFunction } from 'aws-cdk-lib/aws-lambda';
import { servedAt } from '../functions/_kit/contract.ts';
import { routeKeyOf } from '../functions/_kit/http/route.ts';
import { limitsOf } from '../functions/_kit/limits.ts';
import type { Api } from './api-stack.ts';
import type { HttpGroup } from './groups.ts';
import type { Stage } from './stages.ts';

/** Leads each endpoint of a group to its function. One permission serves them all, for the function is theirs alone. */
export const addRoutes = (
  stack: Stack,
  { api, authorizer }: Pick<Api, 'api'> & { readonly authorizer: IHttpRouteAuthorizer },
  { name, entries }: HttpGroup,
  live: Alias,
): void => {
  const integration = new HttpLambdaIntegration(name, live as IFunction, { scopePermissionToRoute: false });
  for (const entry of entries) {
    new HttpRoute(stack, `Route ${entry.id}`, {
      httpApi: api,
      routeKey: HttpRouteKey.with(servedAt(entry), HttpMethod[entry.method]),
      integration,
      authorizer,
    });
  }
};

/** The part of what the gateway takes that one operation may have, so that three floods leave room for the others. */
const routeShare = 1 / 4;
/** How many callers at their own limit an operation takes at once, whatever its limit is. */
const callersAtOnce = 50;

/**
 * What the gateway takes of each operation from everybody together. It cannot tell callers apart, and what it turns
 * away it turns away from all of them, so this is far more than one of them may ask: who may have how much is the
 * function's matter (decision 0008). The gateway knows a route only once it is made.
 */
const throttleFor = (contract: HttpGroup['entries'][number], { rate, burst }: Stage['throttle']) => {
  const asked = limitsOf(contract).map((limit) => limit.rate);
  const perSecond = callersAtOnce * Math.max(...asked.map((one) => one.perSecond));
  const atOnce = callersAtOnce * Math.max(...asked.map((one) => one.burst));
  return {
    ThrottlingRateLimit: Math.ceil(Math.min(rate * routeShare, perSecond)),
    ThrottlingBurstLimit: Math.ceil(Math.min(burst * routeShare, atOnce)),
  };
};

/** Gives each route its throttle, from its contract. */
export const throttleRoutes = (stage: HttpStage, groups: readonly HttpGroup[], throttle: Stage['throttle']): void => {
  const settings = groups
    .flatMap(({ entries }) => entries)
    .map((contract) => [routeKeyOf(contract), throttleFor(contract, throttle)] as const);
  (stage.node.defaultChild as CfnStage).routeSettings = Object.fromEntries(settings);
};
