import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assessLoss, type LossTerms } from '../../../domain/claims/assess.ts';

const amountOf = (loss: number, terms: LossTerms) => assessLoss(loss, terms).amount;

// Tables A.7; whole amounts there stand for minor units here.
describe('assessLoss', () => {
  const straight = { kind: 'straight', amount: 1_000 } as const;

  it('deducts, shares, then limits: 10 000 less 1 000, of which 80 %', () => {
    const terms = { deductible: straight, share: '0.80' };
    expect([5_000, 8_000].map((perClaim) => amountOf(10_000, { ...terms, perClaim }))).toEqual([5_000, 7_200]);
  });

  it('gives another answer if the product shares first', () => {
    expect(amountOf(10_000, { deductible: straight, share: '0.80', shareFirst: true, perClaim: 8_000 })).toBe(7_000);
  });

  it('pays all or nothing with a franchise of 100', () => {
    const deductible = { kind: 'franchise', amount: 100 } as const;
    expect([99, 100, 101].map((loss) => amountOf(loss, { deductible }))).toEqual([0, 100, 101]);
  });

  it('deducts 10 %, at least 200 and at most 1 000', () => {
    const deductible = { kind: 'percentage', rate: '0.10', min: 200, max: 1_000 } as const;
    const losses = [150, 500, 1_500, 5_000, 20_000];
    expect(losses.map((loss) => amountOf(loss, { deductible }))).toEqual([0, 300, 1_300, 4_500, 19_000]);
  });

  it('pays in proportion where less than the value is insured, and never more than the loss (LAW Art 55)', () => {
    const average = (sumInsured: number) => amountOf(40_000, { average: { sumInsured, value: 100_000 } });
    expect([80_000, 120_000].map(average)).toEqual([32_000, 40_000]);
  });

  it('asks for 80 % of the value where a clause says so', () => {
    const clause = (sumInsured: number) =>
      amountOf(40_000, { average: { sumInsured, value: 100_000, clause: '0.80' } });
    expect([60_000, 80_000].map(clause)).toEqual([30_000, 40_000]);
  });

  it('depreciates by started months, down to the floor', () => {
    const depreciated = (months: number) =>
      amountOf(500_000, { depreciation: { months, perMonth: '0.02', floor: '0.30' } });
    // 35 months leave exactly 30 %.
    expect([1, 12, 34, 35, 36, 60].map(depreciated)).toEqual([490_000, 380_000, 160_000, 150_000, 150_000, 150_000]);
  });

  it('leaves nothing of a limit that is used up, and never asks for money back', () => {
    expect([1, 0, -5].map((aggregateLeft) => amountOf(10_000, { aggregateLeft }))).toEqual([1, 0, 0]);
    expect(amountOf(999, { deductible: straight })).toBe(0);
  });

  it('shows every step in order with the amount after it', () => {
    const assessment = assessLoss(10_000, {
      depreciation: { months: 2, perMonth: '0.02', floor: '0.30' },
      average: { sumInsured: 80_000, value: 100_000 },
      deductible: straight,
      share: '0.80',
      perClaim: 5_000,
      aggregateLeft: 4_000,
    });
    expect(assessment).toEqual({
      amount: 4_000,
      trace: [
        { step: 'covered-loss', amount: 10_000 },
        { step: 'depreciation', amount: 9_600, detail: '2 months at 0.02, floor 0.30' },
        { step: 'average', amount: 7_680, detail: '80000 insured of 100000 x 1' },
        { step: 'deductible', amount: 6_680, detail: '1000' },
        { step: 'share', amount: 5_344, detail: '0.80' },
        { step: 'claim-limit', amount: 5_000, detail: '5000' },
        { step: 'term-limit', amount: 4_000, detail: '4000' },
      ],
    });
  });

  it('rounds once, at the end', () => {
    // 3 x 0.50 x 0.9 = 1.35 is 1; rounded after the first step it would be 2 x 0.9 = 1.8, which is 2.
    const depreciation = { months: 25, perMonth: '0.02', floor: '0.30' };
    expect(amountOf(3, { depreciation, share: '0.9' })).toBe(1);
  });

  it('pays a whole amount between nothing and the loss, and no more than any limit', () => {
    const amount = fc.nat(10_000_000);
    fc.assert(
      fc.property(amount, amount, amount, fc.nat(100), (loss, perClaim, aggregateLeft, percent) => {
        const paid = amountOf(loss, { share: String(percent / 100), deductible: straight, perClaim, aggregateLeft });
        expect(Number.isSafeInteger(paid) && paid >= 0 && paid <= Math.min(loss, perClaim, aggregateLeft)).toBe(true);
      }),
    );
  });
});
