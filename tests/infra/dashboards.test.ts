import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../domain/products/catalogue.ts';
import { loadCapabilities } from '../../functions/_kit/load-capabilities.ts';
import { isEmitted } from '../../functions/_kit/metrics.ts';
import { recordedLine } from '../../functions/_kit/telemetry.ts';
import { dashboards } from '../../infra/dashboards.ts';
import { placeOf } from '../../infra/places.ts';
import type { Site } from '../../infra/stages.ts';
import { letters } from './fixture.ts';
import { stageNamed, synthesise } from './synth.ts';

/** What AWS says that its services emit, and by which dimensions (the metrics page of each service's guide). */
const awsMetrics: Readonly<Record<string, readonly string[]>> = {
  'AWS/ApiGateway,ApiId': ['Count', '4xx', '5xx', 'Latency', 'IntegrationLatency', 'DataProcessed'],
  'AWS/Lambda,FunctionName': ['Invocations', 'Errors', 'Throttles', 'Duration', 'ConcurrentExecutions'],
  'AWS/SQS,QueueName': ['ApproximateAgeOfOldestMessage', 'ApproximateNumberOfMessagesVisible', 'NumberOfMessagesSent'],
  'AWS/DynamoDB,TableName': [
    ...['ConsumedReadCapacityUnits', 'ConsumedWriteCapacityUnits'],
    ...['ReadThrottleEvents', 'WriteThrottleEvents'],
  ],
  'AWS/DynamoDB,TableName,GlobalSecondaryIndexName': ['ReadThrottleEvents', 'WriteThrottleEvents'],
  'AWS/EventBridge/Pipes,PipeName': [
    'Invocations',
    ...['ExecutionFailed', 'ExecutionPartiallyFailed', 'ExecutionThrottled', 'ExecutionTimeout', 'Duration'],
  ],
};

const capabilities = await loadCapabilities();

type Enveloped = { readonly CloudWatchMetrics: readonly { Namespace: string; Dimensions: string[][] }[] };
type Shown = { readonly schema: string; readonly metric: string };
type Widget = {
  readonly type: string;
  readonly properties: { readonly title: string; readonly metrics?: readonly unknown[][]; readonly alarms?: string[] };
};

const rung = Array.from({ length: 101 }, (_, at) => ({ of: `operation${at} fails`, severity: 'red' as const }));
const stage = stageNamed('prod');

const bodies = (site: Site) => {
  const stack = new Stack(new App(), 'test', { env: { region: 'eu-central-1', account: '123456789012' } });
  dashboards(stack, { stage, place: placeOf(stage, site), rung, apiId: 'api1234567' });
  return Object.values(Template.fromStack(stack).findResources('AWS::CloudWatch::Dashboard')).map(({ Properties }) => ({
    name: String(Properties.DashboardName),
    widgets: (JSON.parse(textOf(Properties.DashboardBody)) as { widgets: Widget[] }).widgets,
  }));
};

/** A body with the names of partition and account put in as CloudFormation does. */
const textOf = (body: string | { 'Fn::Join': [string, (string | { Ref: string })[]] }): string =>
  typeof body === 'string' ? body : body['Fn::Join'][1].map((part) => Object(part).Ref ?? part).join('');

const made = bodies('home');
const widgets = made.flatMap((one) => one.widgets);

/** Every metric that a widget asks for, by name or by a search. */
const shownBy = ({ properties }: Widget): readonly Shown[] =>
  (properties.metrics ?? []).flatMap((row) => {
    const expression = Object(row[0]).expression as string | undefined;
    if (expression === undefined) {
      const [namespace, metric, ...dimensions] = row.filter((part): part is string => typeof part === 'string');
      const names = dimensions.filter((_name, at) => at % 2 === 0);
      return [{ schema: [namespace, ...names].join(), metric: metric ?? '' }];
    }
    return [...expression.matchAll(/\{([^}]+)\} MetricName="([^"]+)"/g)].map(([, schema = '', metric = '']) => ({
      schema,
      metric,
    }));
  });

/** An expression over other rows shows what they do; every other row shows something. */
const showsNothing = (widget: Widget): boolean =>
  shownBy(widget).length === 0 && widget.properties.alarms === undefined;

describe('the dashboards', () => {
  it('are two, found by the name of their stage', () => {
    expect(made.map(({ name }) => name)).toEqual(['bindery-prod-business', 'bindery-prod-machine']);
    const names = bodies('standby').map(({ name }) => name);
    expect(names).toEqual(['bindery-prod-standby-business', 'bindery-prod-standby-machine']);
  });
  it.each(widgets.map((widget) => [widget.properties.title, widget] as const))(
    '%s shows what is emitted',
    (_t, widget) => {
      expect(showsNothing(widget)).toBe(false);
      for (const { schema, metric } of shownBy(widget)) {
        if (schema.startsWith('AWS/')) expect(awsMetrics[schema], `${schema} ${metric}`).toContain(metric);
        else expect([schema, isEmitted(metric)]).toEqual(['Bindery,operation,outcome', true]);
      }
    },
  );
  it('search by the very dimensions that lines carry, in the order of the line', () => {
    const line = recordedLine({
      ...{ operation: 'bindPolicy', requestId: 'r', tenant: 't', eventId: 'e', wall: '2026-11-23T08:00:00.000Z' },
      measures: { policies: 1 },
    });
    const [envelope] = (Reflect.get(line, '_aws') as unknown as Enveloped).CloudWatchMetrics;
    expect([envelope?.Namespace, ...(envelope?.Dimensions[0] ?? [])].join()).toBe('Bindery,operation,outcome');
  });
  it('show premium in every currency that something is sold in', () => {
    const premium = widgets.filter(({ properties }) => properties.title === 'Premium written').flatMap(shownBy);
    const sold = new Set(catalogue.map(({ currency }) => `premium${currency}`));
    expect(new Set(premium.map(({ metric }) => metric))).toEqual(sold);
  });
  it('work conversion out of policies and quotes, and show nothing where nobody asked', () => {
    const [conversion] = widgets.filter(({ properties }) => properties.title === 'Conversion');
    const rows = (conversion?.properties.metrics ?? []).map(([row]) => Object(row));
    const visible = rows.filter(({ visible: seen }) => seen !== false);
    expect(visible.map(({ expression }) => expression)).toEqual(['IF(whole > 0, 100 * FILL(part, 0) / whole)']);
    const by = Object.fromEntries(rows.map(({ id, expression }) => [id, expression]));
    expect(by['whole']).toContain('MetricName="calls" operation="createQuote" outcome="ok"');
    expect(by['part']).toContain('MetricName="policies" outcome="recorded"');
  });
  it('count as failures what alarms count, and no refusal', () => {
    const [failed] = widgets.filter(({ properties }) => properties.title === 'Failures');
    const text = JSON.stringify(failed?.properties.metrics);
    expect(text.replaceAll('\\"', '"')).toContain('outcome=("internal" OR "temporarily-unavailable" OR "failed")');
  });
  it('show every alarm by its name, a hundred to a widget', () => {
    const rows = widgets.filter(({ type }) => type === 'alarm').map(({ properties }) => properties.alarms ?? []);
    expect(rows.map(({ length }) => length)).toEqual([4, 100, 1]);
    expect(rows[0]?.[0]).toMatch(/:alarm:bindery-prod partners can sell$/);
  });
  it('name no alarm that is not made', () => {
    const all = synthesise([...capabilities, letters]);
    const alarms = [...all.of('AWS::CloudWatch::Alarm'), ...all.of('AWS::CloudWatch::CompositeAlarm')];
    const names = alarms.map(({ Properties }) => Properties['AlarmName'] ?? Properties['CompositeAlarmName']);
    const text = JSON.stringify(all.of('AWS::CloudWatch::Dashboard'));
    const told = [...text.matchAll(/:alarm:([^"\\]+)\\/g)].map(([, name]) => name);
    expect(told.toSorted()).toEqual(names.toSorted());
  });
  it('stay under the 500 metrics that CloudWatch draws in a widget, with a search returning at most 100', () => {
    for (const widget of widgets) expect(shownBy(widget).length, widget.properties.title).toBeLessThanOrEqual(20);
  });
});
