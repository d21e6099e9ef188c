import { describe, expect, it } from 'vitest';
import { formulaOf } from '../../../local/alarms/expression.ts';

const values: Readonly<Record<string, number>> = { a: 6, b: 4, zero: 0 };
const compute = (source: string) => formulaOf(source).of((name) => values[name]);

describe('metric math', () => {
  it.each([
    ['FILL(a, 0)', 6],
    ['FILL(gap, 0)', 0],
    ['FILL(gap, 7) + FILL(b, 0)', 11],
    ['a + b', 10],
    ['a - b', 2],
    ['a - b - 1', 1],
    ['a * b', 24],
    ['a / b', 1.5],
    ['a / b / 2', 0.75],
    ['2 + a * b', 26],
    ['(2 + a) * b', 32],
    ['b ^ 2', 16],
    ['-a + b', -2],
    ['1.5e2', 150],
    ['a >= 6', 1],
    ['a >= 6.1', 0],
    ['a > 6', 0],
    ['a <= 6', 1],
    ['a < 6', 0],
    ['a == 6', 1],
    ['a != 6', 0],
    ['a > 1 AND b > 4', 0],
    ['a > 1 && b >= 4', 1],
    ['a > 9 OR b > 4', 0],
    ['a > 9 || b == 4', 1],
    ['zero AND a OR b', 1],
    ['IF(a > b, 1, 2)', 1],
    ['IF(a < b, 1, 2)', 2],
    ['IF(FILL(gap, 0) > 20, a / b, 0)', 0],
    ['SUM([a, b, gap])', 10],
    ['MAX([a, b])', 6],
    ['MIN([a, b])', 4],
    ['AVG([a, b, gap])', 5],
    ['ABS(b - a)', 2],
    ['CEIL(a / b)', 2],
    ['FLOOR(a / b)', 1],
  ])('%s is %d where a is 6 and b is 4', (source, expected) => expect(compute(source)).toBe(expected));

  it.each([
    'gap',
    'gap + a',
    'a > gap',
    '-gap',
    'IF(gap > 1, 1, 2)',
    'IF(zero, 1)',
    'a / zero',
    'SUM([gap])',
    'ABS(gap)',
  ])('%s has no value, for something is missing or nothing can be said', (source) =>
    expect(compute(source)).toBeUndefined(),
  );

  it('says which metrics it needs, each once', () => {
    expect(formulaOf('IF(a > 0, SUM([b, c]) / a, FILL(d, 0))').names.toSorted()).toEqual(['a', 'b', 'c', 'd']);
  });

  it.each([
    ['RATE(a)', 'Nobody here can compute RATE.'],
    ['ANOMALY_DETECTION_BAND(a, 2)', 'Nobody here can compute ANOMALY_DETECTION_BAND.'],
    ['constructor(a)', 'Nobody here can compute constructor.'],
    ['FILL(a)', 'FILL does not take 1 values.'],
    ['ABS(a, b)', 'ABS does not take 2 values.'],
    ['SUM(a)', 'SUM takes a list in brackets.'],
    ['FILL([a], 0)', 'FILL takes no list.'],
    ['[a, b]', 'gives several series'],
    ['a +', 'has no end'],
    ['a b', 'has "b" where it does not belong'],
    ['(a', 'has no end'],
    ['a ; b', 'cannot be read from "; b" on'],
    ['"text"', 'is no value'],
    ['', 'has no end'],
  ])('%s is refused, and never passed over', (source, why) => expect(() => formulaOf(source)).toThrow(why));
});
