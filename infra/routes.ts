import { type CfnStage, type HttpApi, HttpMethod, type HttpRoute, type HttpStage } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { servedAt } from '../functions/_kit/contract.ts';
import { routeKeyOf } from '../functions/_kit/http/route.ts';
import { acknowledge } from './acknowledge.ts';
import type { HttpGroup } from './groups.ts';
import type { Stage } from './stages.ts';

/** Leads each endpoint of a group to its function. One permission serves them all, for the function is theirs alone. */
export const addRoutes = (api: HttpApi, { name, entries }: HttpGroup, fn: LambdaFunction): readonly HttpRoute[] => {
  const integration = new HttpLambdaIntegration(name, fn, { scopePermissionToRoute: false });
  return entries.flatMap((entry) => {
    const routes = api.addRoutes({ path: servedAt(entry), methods: [HttpMethod[entry.method]], integration });
    for (const route of routes)
      acknowledge(
        route,
        'AwsSolutions-APIG4',
        'The function verifies token, scopes and roles by its contract, and answers every refusal as RFC 9457.',
      );
    return routes;
  });
};

/** The part of what the gateway takes that one operation may have, so that three floods leave room for the others. */
const routeShare = 1 / 4;

/**
 * What the gateway takes of each operation from everybody together. It cannot tell callers apart, and what it turns
 * away it turns away from all of them, so this is far more than one of them may ask: who may have how much is the
 * function's matter (decision 0008). The gateway knows a route only once it is made.
 */
export const throttleRoutes = (
  stage: HttpStage,
  groups: readonly HttpGroup[],
  routes: readonly HttpRoute[],
  { rate, burst }: Stage['throttle'],
): void => {
  const throttle = { ThrottlingRateLimit: rate * routeShare, ThrottlingBurstLimit: burst * routeShare };
  const settings = groups
    .flatMap(({ entries }) => entries)
    .map((contract) => [routeKeyOf(contract), throttle] as const);
  (stage.node.defaultChild as CfnStage).routeSettings = Object.fromEntries(settings);
  stage.node.addDependency(...routes);
};
