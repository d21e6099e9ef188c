import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { approveClaim } from '../../../domain/claims/approve-claim.ts';
import { assessByHand } from '../../../domain/claims/assess-by-hand.ts';
import { firstReserve, remainingLimit, tiersOf } from '../../../domain/claims/limits.ts';
import { rejectClaim } from '../../../domain/claims/reject-claim.ts';
import { reportClaim } from '../../../domain/claims/report-claim.ts';
import type { Claim } from '../../../domain/claims/schema.ts';
import type { Policy } from '../../../domain/policies/schema.ts';
import { aPolicy, applied, deciding, foldedClaim, termsOf } from './policy-samples.ts';
import { covered, insuredPhone, lossOf } from './samples.ts';

const june = '2026-06-01T00:00:00.000Z';
const phoneLimit = (code: string, used = {}) => {
  const { product, coverage } = covered('device-protection', code);
  return remainingLimit(product, coverage, insuredPhone(used), lossOf(code, june));
};

describe('remainingLimit', () => {
  it('is 40 % of the value for a screen, once', () => {
    expect(phoneLimit('screen')).toBe(200_000);
    expect(phoneLimit('screen', { claimsUsed: 1, amountUsed: 1 })).toBe(0);
  });

  it('is what earlier accidents have left of the depreciated value', () => {
    // Five started months at 2 %: 90 % of 5 000.00.
    expect(phoneLimit('accidental')).toBe(450_000);
    expect(phoneLimit('accidental', { claimsUsed: 2, amountUsed: 449_999 })).toBe(1);
    expect(phoneLimit('accidental', { claimsUsed: 3, amountUsed: 460_000 })).toBe(0);
  });

  it('forgets earlier payments where no aggregate counts them', () => {
    const { product, coverage } = covered('device-protection', 'accidental');
    const { benefit } = coverage;
    if (benefit.kind !== 'indemnity') throw new Error('Accidents are paid by the loss.');
    const { aggregate: _aggregate, ...free } = benefit;
    const { claimsPerTerm: _most, ...unlimited } = coverage;
    const paidBefore = insuredPhone({ claimsUsed: 9, amountUsed: 100_000 });
    const most = (of: typeof coverage) => remainingLimit(product, of, paidBefore, lossOf('accidental', june));
    // No total loss bounds it and no aggregate: the insured value itself, 5 000.00; with either, 90 % of it.
    expect(most({ ...unlimited, benefit: { ...free, totalLoss: 'never' } as typeof benefit })).toBe(500_000);
    expect(most({ ...unlimited, benefit: { ...free, totalLoss: 'always' } as typeof benefit })).toBe(450_000);
    expect(most({ ...unlimited, benefit })).toBe(350_000);
  });

  it('is the depreciated value for a theft', () => {
    expect(phoneLimit('theft')).toBe(450_000);
  });

  it('is the agreed amount, and the highest tier', () => {
    const insured = (inputs: object) => ({ ...insuredPhone(), inputs: { ...inputs } });
    const freight = covered('return-freight', 'return-freight');
    const remote = insured({ distance: 'remote' });
    expect(remainingLimit(freight.product, freight.coverage, remote, lossOf('return-freight', june))).toBe(2_500);
    const flight = covered('flight-delay', 'flight-delay');
    const plus = insured({ plan: 'plus' });
    expect(remainingLimit(flight.product, flight.coverage, plus, lossOf('flight-delay', june))).toBe(60_000);
    expect(firstReserve(flight.product, flight.coverage, plus, lossOf('flight-delay', june))).toBe(60_000);
  });
});

describe('tiersOf', () => {
  it('lists the tiers of the product', () => {
    const { benefit } = covered('flight-delay', 'flight-delay').coverage;
    expect(benefit.kind === 'parametric' && tiersOf(benefit)).toEqual(['none', 'delay-120', 'delay-240', 'cancelled']);
  });
});

type Attempt = { coverage: 'screen' | 'accidental'; month: number; quote: number; amount: number; approve: boolean };

/**
 * Reports, has somebody assess, and has somebody else approve or reject; what is refused leaves the policy as it was.
 */
const attempt = (policy: Policy, { coverage, month, quote, amount, approve }: Attempt): Policy => {
  const terms = termsOf('device-protection', coverage);
  const lossAt = `2026-${String(month).padStart(2, '0')}-20T00:00:00.000Z`;
  const now = '2027-03-01T00:00:00.000Z';
  const answers = { repairQuote: quote, ...(coverage === 'accidental' && { totalLoss: false }) };
  const notice = { coverage, lossAt, answers, facts: answers, hashes: {}, holds: [], sealedForm: 'jwe', reporter: 'c' };
  const reported = reportClaim(policy, terms, notice, { now, claimable: true, begun: [], holders: [] });
  if (!reported.ok) return policy;
  const opened = applied(policy, reported.value);
  const claim: Claim = { ...foldedClaim(undefined, reported.value.events), status: 'in-review' };
  const assessed = assessByHand(opened, claim, terms, { facts: {}, amount, by: 'handler', now });
  if (!assessed.ok) return opened;
  const standing = applied(opened, assessed.value);
  const file = foldedClaim(claim, assessed.value.events);
  const decision = approve
    ? approveClaim(standing, file, terms, { ...deciding(now, 'approver'), roles: ['claims_director'], amount })
    : rejectClaim(standing, file, terms, { reasons: ['wear'], by: 'approver', now });
  return decision.ok ? applied(standing, decision.value) : standing;
};

const sum = (numbers: readonly number[]): number => numbers.reduce((total, next) => total + next, 0);

describe('limits', () => {
  test('approvals never exceed the limit, whatever is claimed, assessed and decided in whatever order', () => {
    const money = fc.integer({ min: 1, max: 520_000 });
    const attempts = fc.array(
      fc.record({
        coverage: fc.constantFrom('screen' as const, 'accidental' as const),
        month: fc.integer({ min: 2, max: 12 }),
        quote: money,
        amount: money,
        approve: fc.boolean(),
      }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(attempts, (history) => {
        let policy = aPolicy('device-protection', { balances: {} });
        for (const next of history) {
          const before = policy;
          policy = attempt(policy, next);
          const approvedOn = (coverage: string, of = policy) =>
            sum(of.claims.filter((claim) => claim.coverage === coverage).map(({ approved }) => approved));
          expect(approvedOn('screen')).toBeLessThanOrEqual(200_000);
          // Bought on 15 January: on the 20th of month m, m months have begun; 2 % each of 5 000.00 is 100.00.
          const worth = 500_000 - next.month * 10_000;
          if (approvedOn('accidental') > approvedOn('accidental', before)) {
            expect(approvedOn('accidental')).toBeLessThanOrEqual(worth);
          }
          expect(policy.balances['claim_reserve'] ?? 0).toBe(0 - sum(policy.claims.map(({ reserve }) => reserve)));
          expect(policy.balances['claims_payable'] ?? 0).toBe(0 - sum(policy.claims.map(({ approved }) => approved)));
          expect(sum(Object.values(policy.balances))).toBe(0);
        }
      }),
      { numRuns: 300 },
    );
  });
});
