import { type App, CfnOutput, Duration, Fn, type Stack } from 'aws-cdk-lib';
import { CorsHttpMethod, HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { allowedHeaders, exposedHeaders } from '../functions/_kit/http/cors.ts';
import { type Place, stackIn } from './places.ts';
import type { Stage } from './stages.ts';

/** The gateway answers for the functions here. Tokens travel in a header and never as cookies: any origin may ask. */
const corsPreflight = {
  allowOrigins: ['*'],
  allowMethods: [CorsHttpMethod.GET, CorsHttpMethod.POST],
  allowHeaders: allowedHeaders,
  exposeHeaders: exposedHeaders,
  maxAge: Duration.days(1),
};

export type Api = {
  readonly stack: Stack;
  readonly api: HttpApi;
  /** Its host, without a path. */
  readonly host: string;
};

/**
 * Lets a stack know the doors of all sites, whichever of them it uses: what one stack tells another stays what it is
 * when the writer changes. What is no longer told is deleted at once, and an update that fails could not go back to it.
 */
export const knowDoors = (stack: Stack, doors: readonly Api[]): void => {
  for (const { host, stack: of } of doors) new CfnOutput(stack, `Door ${of.stackName}`, { value: host });
};

/** The HTTP API itself. Its routes stand in the stacks of their capabilities, and the door before them in another. */
export const apiStack = (app: App, stage: Stage, place: Place): Api => {
  const stack = stackIn(app, stage, place, { part: 'api', description: 'the HTTP API, without its routes.' });
  const api = new HttpApi(stack, 'Api', { apiName: `bindery-${stage.name}`, corsPreflight, createDefaultStage: false });
  return { stack, api, host: Fn.select(2, Fn.split('/', api.apiEndpoint)) };
};
