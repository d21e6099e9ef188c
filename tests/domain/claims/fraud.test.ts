import { describe, expect, it } from 'vitest';
import { scoreFraud } from '../../../domain/claims/fraud.ts';
import { covered } from './samples.ts';

const { rules } = covered('return-freight', 'return-freight');

describe('scoreFraud', () => {
  it('adds the weights of the signals that hold, and names them', () => {
    expect(scoreFraud(rules, { returnRateGrowth: 2, parcelGrams: 49 })).toEqual({
      score: 70,
      reasons: ['return-rate-jump', 'empty-parcel'],
    });
  });

  it('raises nothing just outside a threshold, nor for what is not known', () => {
    expect(scoreFraud(rules, { returnRateGrowth: 1, parcelGrams: 50, waybillClaims: 0 })).toEqual({
      score: 0,
      reasons: [],
    });
    expect(scoreFraud(rules, {})).toEqual({ score: 0, reasons: [] });
  });

  it('ends at 100', () => {
    expect(scoreFraud(rules, { buyerIsSellerDevice: true, waybillClaims: 1 }).score).toBe(100);
  });
});
