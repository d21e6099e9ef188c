import * as z from 'zod';

/**
 * The forms in which alarms are defined, as far as they are understood here. Whatever else a definition says is an
 * error and never passed over: an alarm that is half understood would lie.
 */
const period = z.int().multipleOf(60).min(60).max(86_400);
const Dimensions = z.array(z.strictObject({ Name: z.string(), Value: z.string() }));
const Metric = z.strictObject({ Namespace: z.string(), MetricName: z.string(), Dimensions: Dimensions.optional() });

const common = {
  AlarmName: z.string(),
  AlarmDescription: z.string(),
  AlarmActions: z.array(z.string()).optional(),
  OKActions: z.array(z.string()).optional(),
  InsufficientDataActions: z.array(z.string()).optional(),
  ActionsEnabled: z.boolean().optional(),
};

const MetricQuery = z.strictObject({
  Id: z.string(),
  Label: z.string().optional(),
  ReturnData: z.boolean().optional(),
  Period: period.optional(),
  Expression: z.string().optional(),
  MetricStat: z.strictObject({ Metric, Period: period, Stat: z.string(), Unit: z.string().optional() }).optional(),
});

export const MetricAlarm = z.strictObject({
  ...common,
  ComparisonOperator: z.enum([
    'GreaterThanOrEqualToThreshold',
    'GreaterThanThreshold',
    'LessThanThreshold',
    'LessThanOrEqualToThreshold',
  ]),
  EvaluationPeriods: z.int().min(1),
  DatapointsToAlarm: z.int().min(1).optional(),
  Threshold: z.number(),
  TreatMissingData: z.enum(['breaching', 'notBreaching', 'ignore', 'missing']).default('missing'),
  Namespace: z.string().optional(),
  MetricName: z.string().optional(),
  Dimensions: Dimensions.optional(),
  Period: period.optional(),
  Statistic: z.string().optional(),
  ExtendedStatistic: z.string().optional(),
  Unit: z.string().optional(),
  Metrics: z.array(MetricQuery).min(1).optional(),
});
export type MetricAlarm = z.output<typeof MetricAlarm>;

export const CompositeAlarm = z.strictObject({
  ...common,
  AlarmRule: z.string(),
  ActionsSuppressor: z.string().optional(),
  ActionsSuppressorWaitPeriod: z.int().optional(),
  ActionsSuppressorExtensionPeriod: z.int().optional(),
});
export type CompositeAlarm = z.output<typeof CompositeAlarm>;

const booked = {
  stack: z.string(),
  severity: z.enum(['red', 'orange', 'yellow']),
  runbook: z.string(),
};

export const Book = z.strictObject({
  stage: z.string(),
  alarms: z.array(
    z.discriminatedUnion('Type', [
      z.strictObject({ Type: z.literal('AWS::CloudWatch::Alarm'), ...booked, Properties: MetricAlarm }),
      z.strictObject({ Type: z.literal('AWS::CloudWatch::CompositeAlarm'), ...booked, Properties: CompositeAlarm }),
    ]),
  ),
});
export type Book = z.output<typeof Book>;
