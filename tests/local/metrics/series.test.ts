import { describe, expect, it } from 'vitest';
import { type SeriesQuery, seriesOf } from '../../../local/metrics/series.ts';
import { metricStore, minuteMs, type Point } from '../../../local/metrics/store.ts';

const noon = Date.parse('2026-11-23T12:00:00.000Z');
const point = (minute: number, value: number, change: Partial<Point> = {}): Point => ({
  ...{ namespace: 'Bindery', name: 'ms', dimensions: { operation: 'bindPolicy', outcome: 'ok' } },
  ...{ at: noon + minute * minuteMs, value, spread: true, ...change },
});
const of = (operation: string, outcome = 'ok') => ({ dimensions: { operation, outcome } });
const storeWith = (...points: readonly Point[]) => {
  const store = metricStore();
  for (const one of points) store.add(one);
  return store;
};
const query = (change: Partial<SeriesQuery> = {}): SeriesQuery => ({
  ...{ namespace: 'Bindery', name: 'ms', dimensions: ['operation', 'outcome'], statistic: 'Sum' },
  ...change,
});
const range = { from: noon, to: noon + 3 * minuteMs, stepMs: minuteMs };

describe('a metric over time', () => {
  it('has a value for each step in which something was measured', () => {
    const store = storeWith(point(0, 1), point(0, 2), point(2, 5));
    expect(seriesOf(store, query(), range)).toEqual({
      stepSeconds: 60,
      times: [0, 60, 120].map((seconds) => noon / 1_000 + seconds),
      lines: [{ label: 'ms', values: [3, null, 5] }],
    });
  });
  it('is of all dimensions together, or of those that are wanted', () => {
    const store = storeWith(point(0, 1), point(0, 10, of('bindPolicy', 'replayed')), point(0, 100, of('createQuote')));
    const first = (change: Partial<SeriesQuery>) => seriesOf(store, query(change), range).lines[0]?.values[0];
    expect(first({})).toBe(111);
    expect(first({ where: { operation: 'bindPolicy' } })).toBe(11);
    expect(first({ where: { operation: 'bindPolicy', outcome: 'ok' } })).toBe(1);
    expect(first({ where: { operation: 'nothing' } })).toBeUndefined();
  });
  it('takes percentiles over all dimensions, and not over their percentiles', () => {
    const many = Array.from({ length: 99 }, () => point(0, 1));
    const store = storeWith(...many, point(0, 1_000, of('bindPolicy', 'replayed')));
    expect(seriesOf(store, query({ statistic: 'p50' }), range).lines[0]?.values[0]).toBeCloseTo(1, 1);
    expect(seriesOf(store, query({ statistic: 'p100' }), range).lines[0]?.values[0]).toBe(1_000);
  });
  it('has a line for each value of a dimension, the eight highest', () => {
    const store = storeWith(...Array.from({ length: 10 }, (_, each) => point(0, each, of(`operation${each}`))));
    const { lines } = seriesOf(store, query({ by: 'operation' }), range);
    expect(lines.map(({ label }) => label)).toEqual([9, 8, 7, 6, 5, 4, 3, 2].map((each) => `operation${each}`));
  });
  it('is of every metric whose name begins so, each called by the rest', () => {
    const store = storeWith(point(0, 432, { name: 'premiumCNY' }), point(0, 5, { name: 'premiumEUR' }), point(0, 7));
    const { lines } = seriesOf(store, query({ name: 'premium*' }), range);
    expect(lines.map(({ label, values }) => [label, values[0]])).toEqual([
      ['CNY', 432],
      ['EUR', 5],
    ]);
  });
  it('does not count twice what is measured under further dimensions', () => {
    const store = storeWith(point(0, 1), point(0, 1, { dimensions: { operation: 'bindPolicy' } }));
    expect(seriesOf(store, query(), range).lines[0]?.values[0]).toBe(1);
  });
  it('refuses a statistic that nobody can tell', () => {
    expect(() => seriesOf(storeWith(), query({ statistic: 'tm99' }), range)).toThrow('tm99');
  });
});
