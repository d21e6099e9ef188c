import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { premiumReturned, premiumWritten } from '../../../domain/policies/postings.ts';
import type { Posting } from '../../../domain/shared/decision.ts';

const balance = (postings: readonly Posting[], account: string): number =>
  postings.filter((leg) => leg.account === account).reduce((sum, { amount }) => sum + amount, 0);

const total = (postings: readonly Posting[]): number => postings.reduce((sum, { amount }) => sum + amount, 0);

const splits = fc
  .record({ gross: fc.integer({ min: 0, max: 10 ** 12 }), tax: fc.nat(10 ** 6), commission: fc.nat(10 ** 6) })
  .map(({ gross, tax, commission }) => ({ gross: gross + tax, tax, commission }));

describe('premiumWritten', () => {
  it('writes 139.62 as 131.72 of premium and 7.90 of tax, all of it unearned', () => {
    const postings = premiumWritten({ gross: 13962, tax: 790, commission: 3293 }, 'receivable', 'CNY');
    expect(balance(postings, 'receivable')).toBe(13962);
    expect(balance(postings, 'written_premium')).toBe(-13172);
    expect(balance(postings, 'tax_payable')).toBe(-790);
    expect(balance(postings, 'unearned_premium')).toBe(-13172);
    expect(balance(postings, 'unearned_premium_change')).toBe(13172);
    expect(balance(postings, 'commission_payable')).toBe(-3293);
  });

  it('balances for every premium', () => {
    fc.assert(fc.property(splits, (split) => total(premiumWritten(split, 'due_from_partner', 'CNY')) === 0));
  });
});

describe('premiumReturned', () => {
  it('undoes a full premium to the unit (R-07)', () => {
    fc.assert(
      fc.property(splits, (split) => {
        const both = [...premiumWritten(split, 'receivable', 'CNY'), ...premiumReturned(split, 'receivable', 'CNY')];
        for (const account of [
          'receivable',
          'written_premium',
          'tax_payable',
          'commission_payable',
          'commission_expense',
        ]) {
          expect(balance(both, account)).toBe(0);
        }
      }),
    );
  });
});
