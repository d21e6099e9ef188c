import { describe, expect, it } from 'vitest';
import type { LogLine } from '../../../functions/_kit/platform.ts';
import { reactionLine } from '../../../functions/_kit/telemetry.ts';
import { pointsIn } from '../../../local/metrics/envelope.ts';

const envelope = (Dimensions: readonly (readonly string[])[], ...Metrics: readonly object[]) => ({
  Timestamp: 5,
  CloudWatchMetrics: [{ Namespace: 'Any', Dimensions, Metrics }],
});
const line = (fields: object): LogLine => fields as LogLine;

describe('the metrics of a log line', () => {
  it('are those that its envelope names, at the time that it says', () => {
    const points = pointsIn(line({ a: 3, b: 4, of: 'x', _aws: envelope([['of']], { Name: 'a', Unit: 'Count' }) }));
    expect(points).toEqual([{ namespace: 'Any', name: 'a', dimensions: { of: 'x' }, at: 5, value: 3, spread: false }]);
  });
  it('may be several values, in several sets of dimensions', () => {
    const points = pointsIn(line({ a: [1, 2], of: 'x', _aws: envelope([['of'], []], { Name: 'a', Unit: 'Seconds' }) }));
    expect(points.map(({ value, dimensions, spread }) => [value, dimensions, spread])).toEqual([
      [1, { of: 'x' }, true],
      [2, { of: 'x' }, true],
      [1, {}, true],
      [2, {}, true],
    ]);
  });
  it('are none without an envelope, without the dimension, or without a number', () => {
    expect(pointsIn({ calls: 1, operation: 'bindPolicy' })).toEqual([]);
    expect(pointsIn(line({ a: 1, _aws: envelope([['of']], { Name: 'a' }) }))).toEqual([]);
    expect(pointsIn(line({ a: '1', of: 'x', _aws: envelope([['of']], { Name: 'a' }) }))).toEqual([]);
  });
  it('are read from the lines that this platform writes', () => {
    const reacted = { operation: 'appendRecords', eventId: 'e', requestId: 'r', tenant: 't', outcome: 'failed' };
    const meter = { read: 2, write: 3 };
    const startedAt = performance.now() - 40;
    const points = pointsIn(reactionLine({ ...reacted, startedAt, wall: '2026-11-23T12:00:00.000Z', meter }));
    const byName = new Map(points.map((one) => [one.name, one]));
    expect(byName.get('calls')).toEqual({
      ...{ namespace: 'Bindery', name: 'calls', at: Date.parse('2026-11-23T12:00:00.000Z'), value: 1, spread: false },
      dimensions: { operation: 'appendRecords', outcome: 'failed' },
    });
    expect(byName.get('ms')?.value).toBeGreaterThanOrEqual(40);
    expect([byName.get('readUnits')?.value, byName.get('writeUnits')?.value]).toEqual([2, 3]);
  });
});
