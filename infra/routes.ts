import { type HttpApi, HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { servedAt } from '../functions/_kit/contract.ts';
import { acknowledge } from './acknowledge.ts';
import type { HttpGroup } from './groups.ts';

/** Leads each endpoint of a group to its function. One permission serves them all, for the function is theirs alone. */
export const addRoutes = (api: HttpApi, { name, entries }: HttpGroup, fn: LambdaFunction): void => {
  const integration = new HttpLambdaIntegration(name, fn, { scopePermissionToRoute: false });
  for (const entry of entries) {
    const { method } = entry;
    const routes = api.addRoutes({ path: servedAt(entry), methods: [HttpMethod[method]], integration });
    for (const route of routes)
      acknowledge(
        route,
        'AwsSolutions-APIG4',
        'The function verifies token, scopes and roles by its contract, and answers every refusal as RFC 9457.',
      );
  }
};
