import { describe, expect, it } from 'vitest';
import type { Evidence } from '../../../domain/claims/evidence.ts';
import type { Claim } from '../../../domain/claims/schema.ts';
import { weighClaim } from '../../../domain/claims/weigh-claim.ts';
import type { Policy } from '../../../domain/policies/schema.ts';
import { aClaim, aPolicy, nothingKnown, termsOf, withClaim } from './policy-samples.ts';

const weigh = (policy: Policy, claim: Claim, evidence: Partial<Evidence>) =>
  weighClaim(withClaim(policy, claim), claim, termsOf(policy.terms.productId, claim.coverage), {
    evidence: { ...nothingKnown, ...evidence },
    now: '2026-06-02T00:00:00.000Z',
  });

const signed = { parcel: { status: 'signed_by_seller', signedAt: '2026-06-01T12:00:00.000Z' } };

describe('weighClaim', () => {
  it('weighs a return by its parcel and its waybill', () => {
    const claim = aClaim('return-freight');
    const policy = aPolicy('return-freight');
    expect(weigh(policy, claim, signed)).toMatchObject({
      verdict: { rules: 'return-freight@1', decision: 'approve' },
      assessed: { amount: 1_200 },
      fraud: { score: 0 },
    });
    expect(weigh(policy, claim, { ...signed, waybillTaken: true })).toMatchObject({
      verdict: { decision: 'refer', reasons: ['fraud-score', 'waybill-claimed-before'] },
      fraud: { score: 60, reasons: ['waybill-reused'] },
    });
    expect(weigh(policy, claim, { parcel: { ...signed.parcel, signedAt: '2027-01-31T16:00:00.000Z' } })).toMatchObject({
      verdict: { decision: 'refer', reasons: ['signed-outside-term'] },
    });
  });

  it('suspects a passenger whose flight another policy insures by now', () => {
    const scheduledArrival = '2026-06-01T00:00:00.000Z';
    const report = { official: false, observedAt: scheduledArrival, scheduledArrival, status: 'cancelled' } as const;
    const flights = [
      { source: 'a', ...report },
      { source: 'b', ...report },
    ];
    const claim = aClaim('flight-delay');
    expect(weigh(aPolicy('flight-delay'), claim, { flights })).toMatchObject({
      verdict: { decision: 'approve' },
      assessed: { amount: 20_000 },
    });
    expect(weigh(aPolicy('flight-delay'), claim, { flights, insuredAgain: true })).toMatchObject({
      verdict: { decision: 'refer', reasons: ['fraud-score'] },
      fraud: { reasons: ['many-policies'] },
    });
  });

  it('leaves it to people when the period has moved away from the loss since the report', () => {
    const period = { from: '2026-01-31T16:00:00.000Z', to: '2026-05-31T16:00:00.000Z' };
    expect(weigh(aPolicy('return-freight', { period }), aClaim('return-freight'), signed)).toMatchObject({
      verdict: { decision: 'refer', reasons: ['not-in-force'] },
      assessed: { amount: 0 },
    });
  });

  it('compares a repair quote, and asks for every document', () => {
    const claim = aClaim('screen', { facts: { repairQuote: 600_000 } });
    // 5 000.00 at most, less 500.00, and 40 % of 5 000.00 at most: 2 000.00, which a machine could still pay.
    expect(weigh(aPolicy('device-protection'), claim, {})).toMatchObject({
      verdict: { decision: 'refer', reasons: expect.not.arrayContaining(['above-auto-limit']) },
      assessed: { amount: 200_000 },
    });
  });
});
