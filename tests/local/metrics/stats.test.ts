import { describe, expect, it } from 'vitest';
import { addTo, mergeInto, noStats, statisticOf } from '../../../local/metrics/stats.ts';

const statsOf = (...values: readonly number[]) => {
  const stats = noStats(true);
  for (const value of values) addTo(stats, value);
  return stats;
};
const told = (name: string, ...values: readonly number[]) => statisticOf(name)?.(statsOf(...values));

describe('the statistics of CloudWatch', () => {
  it.each([
    ['Sum', 10],
    ['Average', 2.5],
    ['Minimum', 1],
    ['Maximum', 4],
    ['SampleCount', 4],
  ])('%s of 1, 2, 3 and 4 is %d', (name, expected) => expect(told(name, 1, 2, 3, 4)).toBe(expected));

  it('knows the lowest and the highest value exactly, and the rest to one per cent', () => {
    const hundred = Array.from({ length: 100 }, (_, at) => at + 1);
    expect(told('p100', ...hundred)).toBe(100);
    expect(told('p0', ...hundred)).toBe(1);
    for (const part of [50, 90, 99]) {
      const value = told(`p${part}`, ...hundred) ?? 0;
      expect(Math.abs(value - part) / part).toBeLessThanOrEqual(0.01);
    }
  });
  it('gives the highest of few values as their p99, exactly, so that a threshold is met when it is met', () => {
    expect(told('p99', 8_000)).toBe(8_000);
    expect(told('p99', 100, 200, 8_000)).toBe(8_000);
    expect(told('p99.9', 100, 8_000)).toBe(8_000);
  });
  it('has room for nothing and for less than nothing', () => {
    expect(told('p50', -3, 0, 0)).toBe(0);
    expect(told('p1', -3, 0, 0)).toBe(-3);
  });
  it('are the same of two halves taken together', () => {
    const both = statsOf(1, 2);
    mergeInto(both, statsOf(3, 4));
    expect(both).toEqual(statsOf(1, 2, 3, 4));
  });
  it.each(['p101', 'p', 'tm90', 'Median', 'constructor', 'P99'])('do not pretend to know %s', (name) => {
    expect(statisticOf(name)).toBeUndefined();
  });
});
