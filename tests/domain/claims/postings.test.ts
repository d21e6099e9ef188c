import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { claimApproved, reserveMoved } from '../../../domain/claims/postings.ts';
import { unearnedReleased } from '../../../domain/shared/ledger.ts';
import { entryOf } from './policy-samples.ts';

describe('claim postings', () => {
  it('sets a reserve aside as incurred, and gives it back', () => {
    expect(entryOf({ postings: reserveMoved(1_200, 'CNY') })).toEqual({
      claims_incurred: 1_200,
      claim_reserve: -1_200,
    });
    expect(entryOf({ postings: reserveMoved(-1_200, 'CNY') })).toEqual({
      claims_incurred: -1_200,
      claim_reserve: 1_200,
    });
    expect(reserveMoved(0, 'CNY')).toEqual([]);
  });

  it('turns the reserve into a debt, and what it was too high by into less incurred', () => {
    expect(entryOf({ postings: claimApproved(10_000, 30_000, 'CNY') })).toEqual({
      claim_reserve: 30_000,
      claims_incurred: -20_000,
      claims_payable: -10_000,
    });
  });

  it('earns at once what was unearned, and nothing where nothing was', () => {
    expect(entryOf({ postings: unearnedReleased({ unearned_premium: -408 }, 'CNY') })).toEqual({
      unearned_premium: 408,
      unearned_premium_change: -408,
    });
    expect(unearnedReleased({}, 'CNY')).toEqual([]);
  });

  test('every entry sums to zero', () => {
    const amount = fc.integer({ min: 0, max: 10_000_000 });
    fc.assert(
      fc.property(amount, amount, (paid, reserve) => {
        const postings = [
          ...reserveMoved(reserve, 'CNY'),
          ...claimApproved(paid, reserve, 'CNY'),
          ...unearnedReleased({ unearned_premium: -reserve }, 'CNY'),
        ];
        expect(postings.reduce((sum, posting) => sum + posting.amount, 0)).toBe(0);
      }),
    );
  });
});
