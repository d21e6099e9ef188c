import { type App, RemovalPolicy, type Stack } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import { HttpStage, LogGroupLogDestination } from 'aws-cdk-lib/aws-apigatewayv2';
import { MathExpression } from 'aws-cdk-lib/aws-cloudwatch';
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

/** So many requests in five minutes say something; of so large a part that is refused, all of them say it. */
const refused = { ofAtLeast: 100, percent: 90 };

/**
 * A door that is shut looks quiet from inside: no function is called, so none fails. What the gateway turns away is all
 * that there is to see.
 */
const shutDoor = ({ api }: Api): MathExpression =>
  new MathExpression({
    expression: `IF(all >= ${refused.ofAtLeast}, 100 * refused / all, 0)`,
    usingMetrics: {
      all: api.metricCount({ ...everyFiveMinutes, statistic: 'SampleCount' }),
      refused: api.metricClientError(everyFiveMinutes),
    },
    label: 'refused, in percent',
    period: everyFiveMinutes.period,
  });

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
  alarm(bellIn(stack, deployment), {
    of: 'API turns everybody away',
    metric: shutDoor(gateway),
    at: refused.percent,
    says: 'Nearly every request is refused: nobody buys, pays or claims, whoever asks.',
    look: `/bindery/${stage.name}/access by status: 401 is tokens, 403 the secret of the edge, 429 a throttle.`,
    severity: 'orange',
    promises: ['partners-can-sell', 'money-is-applied', 'claims-are-paid'],
    periods: 2,
  });
  return stack;
};
