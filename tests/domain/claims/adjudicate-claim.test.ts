import { describe, expect, it } from 'vitest';
import type { ClaimStatus } from '../../../domain/claims/schema.ts';
import { aClaim, claimId, entryOf, judged, policyId } from './policy-samples.ts';

const signed = { parcel: { status: 'signed_by_seller' } };
const aReturn = (change = {}) => aClaim('return-freight', { reserve: 1_200, ...change });
const lookAtAfter = (now: string) => {
  const [event] = judged('return-freight', aReturn(), {}, now).events;
  return event?.type === 'claim.awaiting-facts' ? event.data.lookAt : event?.type;
};

describe('adjudicateClaim', () => {
  it('assesses, approves and asks for the payout at once', () => {
    const outcome = judged('return-freight', aReturn(), signed);
    expect(outcome.events.map(({ type }) => type)).toEqual([
      'claim.assessed',
      'claim.approved',
      'disbursement.requested',
    ]);
    expect(outcome.events[0]?.data).toMatchObject({ by: 'adjudicateClaim', rules: 'return-freight@1', amount: 1_200 });
    expect(entryOf(outcome)).toEqual({ claim_reserve: 1_200, claims_payable: -1_200 });
    expect(outcome.releases).toEqual([]);
  });

  it('ends a flight’s cover with its claim, earns the premium and frees passenger and flight', () => {
    const scheduledArrival = '2026-06-01T00:00:00.000Z';
    const report = { official: false, observedAt: scheduledArrival, scheduledArrival, status: 'arrived' } as const;
    const late = { ...report, actualArrival: '2026-06-01T02:00:00.000Z' };
    const flights = [
      { source: 'a', ...late },
      { source: 'b', ...late },
    ];
    const outcome = judged('flight-delay', aClaim('flight-delay', { reserve: 30_000 }), { flights });
    expect(outcome.events.at(-1)).toEqual({
      type: 'policy.expired',
      data: { policyId, at: '2026-06-02T00:00:00.000Z', reason: 'benefit-exhausted' },
    });
    // 300.00 were set aside, 100.00 are paid; 10.00 of premium were unearned.
    expect(entryOf(outcome)).toEqual({
      claim_reserve: 30_000,
      claims_incurred: -20_000,
      claims_payable: -10_000,
      unearned_premium: 1_000,
      unearned_premium_change: -1_000,
    });
    expect(outcome.releases).toEqual(['hash-of-object']);
  });

  it('rejects on the clause, and frees reserve and waybill', () => {
    const scheduledArrival = '2026-06-01T00:00:00.000Z';
    const onTime = { official: false, observedAt: scheduledArrival, scheduledArrival, status: 'arrived' } as const;
    const flights = ['a', 'b'].map((source) => ({ source, ...onTime, actualArrival: scheduledArrival }));
    const outcome = judged('flight-delay', aClaim('flight-delay', { reserve: 30_000, holds: ['h'] }), { flights });
    expect(outcome).toMatchObject({
      events: [{ type: 'claim.rejected', data: { reasons: ['nothing-payable'], clauses: ['3'] } }],
      releases: ['h'],
    });
    expect(entryOf(outcome)).toEqual({ claims_incurred: -30_000, claim_reserve: 30_000 });
  });

  it('refers with the reasons of the rule and the signals behind the score', () => {
    expect(judged('return-freight', aReturn(), { ...signed, waybillTaken: true }).events).toEqual([
      {
        type: 'claim.referred',
        data: {
          ...{ policyId, claimId, score: 60, at: '2026-06-02T00:00:00.000Z' },
          reasons: ['fraud-score', 'waybill-claimed-before', 'waybill-reused'],
        },
      },
    ]);
  });

  it('looks again in half an hour, then after as long as it has waited, and after twelve hours at most', () => {
    expect(lookAtAfter('2026-06-02T00:00:00.000Z')).toBe('2026-06-02T00:30:00.000Z');
    expect(lookAtAfter('2026-06-02T00:30:00.000Z')).toBe('2026-06-02T01:00:00.000Z');
    expect(lookAtAfter('2026-06-02T02:00:00.000Z')).toBe('2026-06-02T04:00:00.000Z');
    expect(lookAtAfter('2026-06-03T00:00:00.000Z')).toBe('2026-06-03T12:00:00.000Z');
  });

  it('waits 72 hours to the millisecond, and then asks people', () => {
    expect(lookAtAfter('2026-06-04T20:00:00.000Z')).toBe('2026-06-05T00:00:00.000Z');
    expect(lookAtAfter('2026-06-04T23:59:59.999Z')).toBe('2026-06-05T00:00:00.000Z');
    expect(lookAtAfter('2026-06-05T00:00:00.000Z')).toBe('claim.referred');
  });

  it('looks at the instant from which an official source stands alone, if that comes first', () => {
    const arrival = '2026-06-01T00:20:00.000Z';
    const official = { source: 'airport', official: true, observedAt: arrival, status: 'arrived' } as const;
    const flights = [{ ...official, scheduledArrival: '2026-05-31T22:00:00.000Z', actualArrival: arrival }];
    const [event] = judged('flight-delay', aClaim('flight-delay'), { flights }).events;
    expect(event).toMatchObject({ data: { reasons: ['sources-missing'], lookAt: '2026-06-02T00:20:00.000Z' } });
  });

  it.each<ClaimStatus>(['reported', 'awaiting-facts', 'in-review', 'assessed', 'approved', 'rejected', 'paid'])(
    'leaves a claim that is %s as it is',
    (status) => {
      expect(judged('return-freight', aReturn({ status }), signed)).toEqual({ events: [], postings: [] });
    },
  );
});
