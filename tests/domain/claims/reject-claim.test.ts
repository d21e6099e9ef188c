import { describe, expect, it } from 'vitest';
import { rejectClaim } from '../../../domain/claims/reject-claim.ts';
import type { Claim } from '../../../domain/claims/schema.ts';
import { aClaim, aPolicy, entryOf, termsOf, withClaim } from './policy-samples.ts';

const now = '2026-06-10T00:00:00.000Z';
const reject = (reasons: readonly string[], change: Partial<Claim> = {}) => {
  const claim = aClaim('screen', { status: 'in-review', reserve: 108_000, holds: ['h'], ...change });
  const policy = withClaim(aPolicy('device-protection'), claim);
  return rejectClaim(policy, claim, termsOf('device-protection', 'screen'), { reasons, by: 'handler-1', now });
};

describe('rejectClaim', () => {
  it('names the exclusion as its own clause, and the clause of the coverage for a documented code', () => {
    const decision = reject(['wear', 'loss-not-proved', 'documents-not-supplied']);
    expect(decision.ok && decision.value.events).toMatchObject([
      {
        type: 'claim.rejected',
        data: {
          reasons: ['wear', 'loss-not-proved', 'documents-not-supplied'],
          clauses: ['wear', '3.1'],
          by: 'handler-1',
          at: now,
        },
      },
    ]);
  });

  it('frees the reserve and the waybill', () => {
    const decision = reject(['wear']);
    expect(decision.ok && entryOf(decision.value)).toEqual({ claims_incurred: -108_000, claim_reserve: 108_000 });
    expect(decision.ok && decision.value.releases).toEqual(['h']);
  });

  it('refuses a reason that neither the product nor the list of codes knows', () => {
    expect(reject(['wear', 'bad-weather'])).toMatchObject({
      code: 'reason-not-in-product',
      facts: { known: expect.arrayContaining(['wear', 'jail-break', 'fraud-established']) },
    });
  });

  it('refuses a claim that is decided, or that a machine still has', () => {
    for (const status of ['registered', 'awaiting-facts', 'approved', 'rejected', 'paid'] as const) {
      expect(reject(['wear'], { status })).toMatchObject({ code: 'claim-state-refuses', facts: { status } });
    }
  });
});
