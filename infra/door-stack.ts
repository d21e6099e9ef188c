import { type App, RemovalPolicy, type Stack } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import { HttpStage, LogGroupLogDestination } from 'aws-cdk-lib/aws-apigatewayv2';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { alarm, everyFiveMinutes } from './alarms.ts';
import type { Api } from './api-stack.ts';
import { bellIn, type Deployment } from './deployment.ts';
import type { HttpGroup } from './groups.ts';
import { stackIn } from './places.ts';
import { throttleRoutes } from './routes.ts';
import type { Stage } from './stages.ts';

/** What the front door writes of each request: the route and how it went, never a path, a query or a body. */
const accessLine = AccessLogFormat.custom(
  JSON.stringify({
    at: '$context.requestTime',
    gatewayId: '$context.requestId',
    route: '$context.routeKey',
    status: '$context.status',
    ms: '$context.responseLatency',
    bytes: '$context.responseLength',
    error: '$context.integrationErrorMessage',
  }),
);

const doorStage = (stack: Stack, { api }: Api, { name, logDays, throttle }: Stage): HttpStage => {
  const log = new LogGroup(stack, 'AccessLog', {
    logGroupName: `/bindery/${name}/access`,
    retention: logDays,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  return new HttpStage(stack, 'Stage', {
    httpApi: api,
    stageName: '$default',
    autoDeploy: true,
    throttle: { rateLimit: throttle.rate, burstLimit: throttle.burst },
    accessLogSettings: { destination: new LogGroupLogDestination(log), format: accessLine },
  });
};

/** Opens the API once every route is there: its stage with a throttle for each, its log and its alarm. */
export const doorStack = (app: App, gateway: Api, groups: readonly HttpGroup[], deployment: Deployment): Stack => {
  const { stage, place } = deployment;
  const stack = stackIn(app, stage, place, { part: 'door', description: 'the stage of the HTTP API, and its log.' });
  throttleRoutes(doorStage(stack, gateway, stage), groups, stage.throttle);
  alarm(bellIn(stack, deployment), {
    of: 'API answers 5xx',
    metric: gateway.api.metricServerError(everyFiveMinutes),
    at: 5,
    says: 'Partners and staff get server errors from the API; the alarms of single entries say which.',
    look: `/bindery/${stage.name}/access, lines of status 5xx by route.`,
    severity: 'orange',
    promises: ['partners-can-sell'],
  });
  return stack;
};
