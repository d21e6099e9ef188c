import { describe, expect, it } from 'vitest';
import { coverageOf, insuredFacts, lossOf } from '../../../domain/claims/claim-terms.ts';
import { aClaim, aPolicy, termsOf, withClaim } from './policy-samples.ts';

describe('insuredFacts', () => {
  it('counts what was approved on this coverage, paid out or not, and nothing else', () => {
    const claims = [
      aClaim('accidental', { status: 'approved', approved: 30_000 }),
      aClaim('accidental', { status: 'paid', approved: 20_000 }),
      aClaim('accidental', { status: 'rejected' }),
      aClaim('accidental', { status: 'assessed', reserve: 70_000 }),
      aClaim('screen', { status: 'paid', approved: 100_000 }),
    ];
    const policy = claims.reduce(withClaim, aPolicy('device-protection'));
    expect(insuredFacts(policy, 'accidental')).toMatchObject({ claimsUsed: 2, amountUsed: 50_000 });
    expect(insuredFacts(policy, 'theft')).toMatchObject({ claimsUsed: 0, amountUsed: 0, from: policy.period.from });
  });
});

describe('coverageOf', () => {
  it('throws at a coverage that the product does not have', () => {
    expect(coverageOf(termsOf('flight-delay', 'flight-delay'), 'flight-delay').clause).toBe('3');
    expect(() => coverageOf(termsOf('flight-delay', 'flight-delay'), 'screen')).toThrow('no coverage screen');
  });
});

describe('lossOf', () => {
  it('reads the loss out of the claim', () => {
    expect(lossOf(aClaim('screen', { facts: { repairQuote: 1 } }))).toEqual({
      coverage: 'screen',
      occurredAt: '2026-06-01T00:00:00.000Z',
      reportedAt: '2026-06-02T00:00:00.000Z',
      answers: { repairQuote: 1 },
    });
  });
});
