import { type App, CfnOutput, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import { CorsHttpMethod, HttpApi, HttpStage, LogGroupLogDestination } from 'aws-cdk-lib/aws-apigatewayv2';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { alarm, everyFiveMinutes } from './alarms.ts';
import { bellIn, type Deployment } from './deployment.ts';
import { entryFunction } from './entry-function.ts';
import type { HttpGroup } from './groups.ts';
import { addRoutes, throttleRoutes } from './routes.ts';
import type { Stage } from './stages.ts';

/** Tokens travel in a header and never as cookies, so any origin may ask. */
const corsPreflight = {
  allowOrigins: ['*'],
  allowMethods: [CorsHttpMethod.GET, CorsHttpMethod.POST],
  allowHeaders: [
    'authorization',
    'content-type',
    'idempotency-key',
    'if-match',
    'if-none-match',
    'x-request-id',
    'accept-language',
  ],
  exposeHeaders: ['x-request-id', 'idempotent-replayed', 'retry-after', 'etag', 'ratelimit', 'ratelimit-policy'],
  maxAge: Duration.days(1),
};

/** What the front door writes of each request: the route and how it went, never a path, a query or a body. */
const accessLine = AccessLogFormat.custom(
  JSON.stringify({
    at: '$context.requestTime',
    requestId: '$context.requestId',
    ip: '$context.identity.sourceIp',
    route: '$context.routeKey',
    status: '$context.status',
    ms: '$context.responseLatency',
    bytes: '$context.responseLength',
    error: '$context.integrationErrorMessage',
  }),
);

const frontDoor = (stack: Stack, { name, logDays, throttle }: Stage) => {
  const api = new HttpApi(stack, 'Api', { apiName: `bindery-${name}`, corsPreflight, createDefaultStage: false });
  const log = new LogGroup(stack, 'AccessLog', {
    logGroupName: `/bindery/${name}/access`,
    retention: logDays,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  const door = new HttpStage(stack, 'Stage', {
    httpApi: api,
    stageName: '$default',
    autoDeploy: true,
    throttle: { rateLimit: throttle.rate, burstLimit: throttle.burst },
    accessLogSettings: { destination: new LogGroupLogDestination(log), format: accessLine },
  });
  return { api, door };
};

/** The HTTPS API: one route for each endpoint, to the function that its capability and its caller share. */
export const apiStack = (app: App, groups: readonly HttpGroup[], deployment: Deployment): void => {
  const { stage } = deployment;
  const stack = new Stack(app, `bindery-${stage.name}-api`, { description: 'Bindery: the HTTPS API.' });
  const { api, door } = frontDoor(stack, stage);
  const routes = groups.flatMap((group) => addRoutes(api, group, entryFunction(stack, group, deployment)));
  throttleRoutes(door, groups, routes, stage.throttle);
  alarm(bellIn(stack, deployment), {
    of: 'API answers 5xx',
    metric: api.metricServerError(everyFiveMinutes),
    at: 5,
    says: 'Partners and staff get server errors from the API; the alarms of single entries say which.',
  });
  new CfnOutput(stack, 'ApiUrl', { value: `${api.apiEndpoint}/v1` });
};
