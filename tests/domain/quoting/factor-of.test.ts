import { describe, expect, it } from 'vitest';
import { factorOf } from '../../../domain/quoting/factor-of.ts';
import { readable } from '../../../domain/shared/exact.ts';
import type { Inputs } from '../../../domain/shared/form/schema.ts';
import { product } from './samples.ts';

const { tables, rating } = product('flight-delay');
const factor = (step: Parameters<typeof factorOf>[0], inputs: Inputs) => {
  const found = factorOf(step, tables)(inputs);
  return found && readable(found.times);
};
const bands = (...from: [string, string][]) => ({ do: 'bands' as const, input: 'age', bands: from });

describe('factorOf', () => {
  it('takes tiers that replace each other for the expected payout of a flight', () => {
    const [step] = rating.steps;
    if (!step) throw new Error('no steps');
    // Risk B, basic, in fen: (0.095 - 0.022) x 10000 + 0.022 x 30000 + 0.012 x 20000 = 730 + 660 + 240.
    expect(factor(step, { risk: 'B', plan: 'basic' })).toBe('1630');
    expect(factor(step, { risk: 'B', plan: 'plus' })).toBe('3260');
    expect(factor(step, { risk: 'D', plan: 'basic' })).toBeUndefined();
    expect(factor(step, { risk: 'B' })).toBeUndefined();
  });

  it('finds the band by its inclusive lower bound', () => {
    const ages = bands(['0', '1.00'], ['31', '1.12']);
    expect([0, 30, 31, 9999].map((age) => factor(ages, { age }))).toEqual(['1', '1', '1.12', '1.12']);
    expect(factor(ages, { age: -1 })).toBeUndefined();
  });

  it('has no factor for an input that is not there, or that no table knows', () => {
    const month = { do: 'table' as const, table: 'month', input: 'month' };
    expect([factor(month, { month: 12 }), factor(month, { month: 13 }), factor(month, {})]).toEqual([
      '1.1',
      undefined,
      undefined,
    ]);
  });

  it('names the step by what it multiplies with', () => {
    expect(factorOf({ do: 'value', input: 'deviceValue' }, tables)({ deviceValue: 499_900 })).toMatchObject({
      step: 'deviceValue',
      input: 499_900,
    });
  });
});
