import { describe, expect, it } from 'vitest';
import { groupsOf } from '../../../infra/groups.ts';
import { measuredHere, platformMetrics } from '../../../local/metrics/platform-metrics.ts';
import { statisticOf } from '../../../local/metrics/stats.ts';
import { keyOf, type MetricId, metricStore, minuteMs } from '../../../local/metrics/store.ts';
import { letters } from '../../infra/fixture.ts';

const noon = Date.parse('2026-11-23T12:00:00.000Z');
const groups = groupsOf([letters]);

const measuring = (watched: readonly MetricId[] = []) => {
  const store = metricStore();
  const measures = platformMetrics({ store, stage: 'prod', groups, watched });
  const value = (namespace: string, name: string, dimensions: MetricId['dimensions'], statistic = 'Sum') => {
    const stats = store.between(keyOf({ namespace, name, dimensions }), { from: noon, to: noon + minuteMs });
    return stats && statisticOf(statistic)?.(stats);
  };
  const lambda = (name: string, fn: string, statistic?: string) =>
    value('AWS/Lambda', name, { FunctionName: `bindery-prod-${fn}` }, statistic);
  return { measures, value, lambda };
};

describe('what Lambda measures', () => {
  it('is measured of the function that an operation shares, as infra groups them', () => {
    const { measures, lambda } = measuring();
    measures.note({ operation: 'writeLetter', outcome: 'ok', status: 201, ms: 30 }, noon);
    measures.note({ operation: 'listLetters', outcome: 'ok', status: 200, ms: 50 }, noon);
    measures.note({ operation: 'priceLetter', outcome: 'ok', status: 200, ms: 70 }, noon);
    expect(lambda('Invocations', 'letters-partner')).toBe(2);
    expect(lambda('Duration', 'letters-partner', 'Maximum')).toBe(50);
    expect(lambda('Duration', 'price-letter', 'p99')).toBe(70);
    expect(lambda('Throttles', 'price-letter')).toBe(0);
  });
  it('calls a crash what a timer throws; a request and an event answer how they went', () => {
    const { measures, lambda } = measuring();
    measures.note({ operation: 'emptyBox', outcome: 'failed', ms: 1 }, noon);
    measures.note({ operation: 'emptyBox', outcome: 'ok', ms: 1 }, noon);
    measures.note({ operation: 'carryLetter', outcome: 'failed', ms: 1 }, noon);
    measures.note({ operation: 'writeLetter', outcome: 'internal', status: 500, ms: 1 }, noon);
    expect(['empty-box', 'carry-letter', 'letters-partner'].map((fn) => lambda('Errors', fn))).toEqual([1, 0, 0]);
  });
  it('counts what ran at once: those that ended after another began', () => {
    const { measures, lambda } = measuring();
    const call = (from: number, to: number) =>
      measures.note({ operation: 'writeLetter', outcome: 'ok', status: 201, ms: to - from }, noon + to);
    call(0, 100);
    call(50, 150);
    call(99, 200);
    call(200, 300);
    expect(lambda('ConcurrentExecutions', 'letters-partner', 'Maximum')).toBe(3);
    expect(lambda('ConcurrentExecutions', 'letters-partner', 'Minimum')).toBe(1);
  });
  it('is nothing of lines that tell of no call, or of none of ours', () => {
    const { measures, lambda } = measuring();
    measures.note({ level: 'error', bug: 'something' }, noon);
    measures.note({ operation: 'bindPolicy', outcome: 'recorded' }, noon);
    expect(lambda('Invocations', 'letters-partner')).toBeUndefined();
  });
});

describe('what the gateway measures', () => {
  it('is every request by its status, those that no operation answers too', () => {
    const { measures, value } = measuring();
    for (const status of [200, 399, 400, 499, 500, 503])
      measures.note({ operation: 'unknown', outcome: 'not-found', status, ms: 1 }, noon);
    const api = (name: string) => value('AWS/ApiGateway', name, { ApiId: 'bindery-prod' });
    expect(['Count', '4xx', '5xx'].map(api)).toEqual([6, 2, 2]);
  });
});

describe('what SQS measures', () => {
  it('is how many letters are dead and how long the oldest event waits, of empty queues too', () => {
    const { measures, value } = measuring();
    const states = { carryLetter: { dead: 2, oldestMs: 1_500 }, emptyBox: { dead: 1, oldestMs: 0 } };
    measures.noteQueues(noon, (entry) => states[entry as keyof typeof states] ?? { dead: 0, oldestMs: 0 });
    const dead = (name: string) =>
      value('AWS/SQS', 'ApproximateNumberOfMessagesVisible', { QueueName: `bindery-prod-${name}-dead` }, 'Maximum');
    const age = (name: string) =>
      value('AWS/SQS', 'ApproximateAgeOfOldestMessage', { QueueName: `bindery-prod-${name}` }, 'Maximum');
    expect(['carry-letter', 'file-letter', 'empty-box'].map(dead)).toEqual([2, 0, 1]);
    expect(['carry-letter', 'file-letter', 'empty-box'].map(age)).toEqual([1.5, 0, undefined]);
  });
});

describe('what the pipe measures', () => {
  it('is what could not be split into events', () => {
    const { measures, value } = measuring();
    measures.notePiped(noon, false);
    measures.notePiped(noon, true);
    expect(value('AWS/EventBridge/Pipes', 'ExecutionFailed', { PipeName: 'bindery-prod-outbox' })).toBe(1);
  });
});

describe('a metric that is watched under further dimensions', () => {
  const dimensions = { FunctionName: 'bindery-prod-price-letter', Resource: 'bindery-prod-price-letter:live' };
  it('is measured under these as well', () => {
    const { measures, value } = measuring([{ namespace: 'AWS/Lambda', name: 'Errors', dimensions }]);
    measures.note({ operation: 'priceLetter', outcome: 'ok', status: 200, ms: 1 }, noon);
    expect(value('AWS/Lambda', 'Errors', dimensions)).toBe(0);
    expect(value('AWS/Lambda', 'Invocations', dimensions)).toBeUndefined();
  });
});

describe('whether a metric is measured here', () => {
  const is = measuredHere('prod', groups);
  const id = (namespace: string, name: string, dimensions: MetricId['dimensions']) => ({ namespace, name, dimensions });
  const queue = (QueueName: string) => id('AWS/SQS', 'ApproximateNumberOfMessagesVisible', { QueueName });
  it.each([
    ['our own', id('Bindery', 'calls', { operation: 'any', outcome: 'ok' }), true],
    ['a function of ours', id('AWS/Lambda', 'Errors', { FunctionName: 'bindery-prod-carry-letter' }), true],
    ['a function that only the cloud has', id('AWS/Lambda', 'Errors', { FunctionName: 'bindery-prod-export' }), false],
    ['what nobody measures of a function', id('AWS/Lambda', 'IteratorAge', { FunctionName: 'f' }), false],
    ['dead letters of a subscriber', queue('bindery-prod-carry-letter-dead'), true],
    ['dead letters of a timer', queue('bindery-prod-empty-box-dead'), true],
    ['dead letters of a queue that only the cloud has', queue('bindery-prod-export-dead'), false],
    ['the pipe', id('AWS/EventBridge/Pipes', 'ExecutionFailed', { PipeName: 'bindery-prod-outbox' }), true],
    ['a pipe that waits', id('AWS/EventBridge/Pipes', 'ExecutionTimeout', { PipeName: 'bindery-prod-outbox' }), false],
    ['the firewall', id('AWS/WAFV2', 'BlockedRequests', {}), false],
  ])('%s', (_what, metric, expected) => expect(is(metric)).toBe(expected));
});
