import { type CfnStage, type HttpApi, HttpMethod, type HttpRoute, type HttpStage } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { servedAt } from '../functions/_kit/contract.ts';
import { routeKeyOf } from '../functions/_kit/http/route.ts';
import { limitsOf } from '../functions/_kit/limits.ts';
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

/** So many tenants (or addresses) at their own limits fill what the gateway takes of one operation. */
const callersAtOnce = 10;

/**
 * What the gateway takes of each operation from everybody together, so that a flood on one leaves room for the others.
 * Who may have how much of it is the function's matter (decision 0008). The gateway knows a route only once it is made.
 */
export const throttleRoutes = (
  stage: HttpStage,
  groups: readonly HttpGroup[],
  routes: readonly HttpRoute[],
  { rate, burst }: Stage['throttle'],
): void => {
  const settings = groups
    .flatMap(({ entries }) => entries)
    .map((contract) => {
      const most = limitsOf(contract).at(-1)?.rate ?? { perSecond: rate, burst };
      const throttle = {
        ThrottlingRateLimit: Math.min(rate, most.perSecond * callersAtOnce),
        ThrottlingBurstLimit: Math.min(burst, most.burst * callersAtOnce),
      };
      return [routeKeyOf(contract), throttle] as const;
    });
  (stage.node.defaultChild as CfnStage).routeSettings = Object.fromEntries(settings);
  stage.node.addDependency(...routes);
};
