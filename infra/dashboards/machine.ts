import { AlarmStatusWidget, type IAlarm, type IWidget } from 'aws-cdk-lib/aws-cloudwatch';
import { tableDefinition } from '../../functions/_storage/keys.ts';
import { failures } from '../entry-alarms.ts';
import { each, eachOf, graph, one, total } from './widgets.ts';

const failureOutcomes = [...new Set(Object.values(failures).flat())];

export type Machine = {
  readonly stage: string;
  readonly apiId: string;
  /** The alarms to show, under a heading each. */
  readonly alarms: readonly { readonly title: string; readonly alarms: readonly IAlarm[] }[];
};

/** So many alarms fit into one widget. */
const alarmsMax = 100;

const alarmRows = ({ alarms }: Machine): readonly (readonly IWidget[])[] =>
  alarms
    .filter(({ alarms: some }) => some.length > 0)
    .flatMap(({ title, alarms: some }) =>
      Array.from({ length: Math.ceil(some.length / alarmsMax) }, (_, at) => [
        new AlarmStatusWidget({
          title,
          width: 24,
          height: some.length > 12 ? 6 : 3,
          alarms: some.slice(at * alarmsMax, (at + 1) * alarmsMax),
        }),
      ]),
    );

const ofFunctions = { namespace: 'AWS/Lambda', dimension: 'FunctionName' };
const ofQueues = { namespace: 'AWS/SQS', dimension: 'QueueName', statistic: 'Maximum' };
const ofIndexes = { namespace: 'AWS/DynamoDB', dimension: 'TableName,GlobalSecondaryIndexName', statistic: 'Sum' };

const lambdaMetric = (title: string, metric: string, statistic: string, label = '') =>
  graph(title, [eachOf({ ...ofFunctions, metric, statistic }, 'bindery')], label, 6);

const tableMetric = (metric: string) => one('AWS/DynamoDB', metric, { TableName: tableDefinition.tableName });

/** How the platform does: what is asked, what fails, how long it takes, and what waits. */
export const machineWidgets = (machine: Machine): readonly (readonly IWidget[])[] => {
  const api = (metric: string, statistic?: string) =>
    one('AWS/ApiGateway', metric, { ApiId: machine.apiId }, statistic);
  const pipe = (metric: string, statistic?: string) =>
    one('AWS/EventBridge/Pipes', metric, { PipeName: `bindery-${machine.stage}-outbox` }, statistic);
  const failed = { metric: 'calls', outcomes: failureOutcomes };
  const took = { metric: 'ms', outcomes: ['ok'] };
  const milliseconds = 'ms';
  return [
    ...alarmRows(machine),
    [
      graph('Requests at the door', [api('Count'), api('4xx'), api('5xx')]),
      graph('Latency at the door', [api('Latency', 'p50'), api('Latency', 'p99')], milliseconds),
      graph('Failures', [total('all', failed), each(failed)]),
    ],
    [
      graph('Calls that went well', [each({ metric: 'calls', outcomes: ['ok'] })]),
      graph('Typical time by operation (p50)', [each(took, 'p50')], milliseconds),
      graph('Slow time by operation (p99)', [each(took, 'p99')], milliseconds),
    ],
    [
      graph('Calls by operation and outcome', [each({ metric: 'calls' })], '', 12),
      graph('How old events are when they are taken (p99)', [each({ metric: 'ageMs' }, 'p99')], milliseconds, 12),
    ],
    [
      lambdaMetric('Functions: errors', 'Errors', 'Sum'),
      lambdaMetric('Functions: throttles', 'Throttles', 'Sum'),
      lambdaMetric('Functions: time (p99)', 'Duration', 'p99', milliseconds),
      lambdaMetric('Functions: at once', 'ConcurrentExecutions', 'Maximum'),
    ],
    [
      graph(
        'Queues: age of the oldest message',
        [eachOf({ ...ofQueues, metric: 'ApproximateAgeOfOldestMessage' }, 'bindery')],
        'seconds',
      ),
      graph('Dead letters', [eachOf({ ...ofQueues, metric: 'ApproximateNumberOfMessagesVisible' }, 'bindery', 'dead')]),
      graph('Outbox', [
        pipe('Invocations'),
        ...['ExecutionFailed', 'ExecutionTimeout', 'ExecutionThrottled'].map((metric) => pipe(metric)),
      ]),
    ],
    [
      graph('Table: units consumed', [
        tableMetric('ConsumedReadCapacityUnits'),
        tableMetric('ConsumedWriteCapacityUnits'),
      ]),
      graph('Table: units by operation', [each({ metric: 'readUnits' }), each({ metric: 'writeUnits' })]),
      graph('Table: throttles', [
        tableMetric('ReadThrottleEvents'),
        tableMetric('WriteThrottleEvents'),
        eachOf({ ...ofIndexes, metric: 'WriteThrottleEvents' }),
      ]),
    ],
  ];
};
