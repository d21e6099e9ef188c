import { describe, expect, it } from 'vitest';
import { recordMilestone } from '../../../domain/policies/record-milestone.ts';
import type { Policy } from '../../../domain/policies/schema.ts';
import { aPolicyState, product, someTerms } from '../../support/policies.ts';

const now = '2026-11-24T08:00:00.000Z';
const waiting = aPolicyState({
  terms: someTerms({ productId: 'return-freight', collection: 'partner' }),
  premium: 'credit',
  period: { to: '2027-02-21T08:00:00.000Z' },
});
const report = (milestone: string, occurredAt: string, policy: Policy = waiting, id = 'return-freight') =>
  recordMilestone(policy, product(id), { milestone, occurredAt }, { now });
const shipped = {
  ...waiting,
  milestones: { shipment_confirmed: '2026-11-24T01:00:00.000Z' },
  period: { from: '2026-11-24T01:00:00.000Z' },
};

describe('recordMilestone', () => {
  it('begins cover with the shipment', () => {
    const decision = report('shipment_confirmed', '2026-11-24T01:00:00.000Z');
    expect(decision.ok && decision.value.events.map(({ type }) => type)).toEqual([
      'policy.milestone-recorded',
      'policy.on-risk',
    ]);
  });

  it('counts a shipment before the bind from the bind: cover never begins before it was accepted', () => {
    const decision = report('shipment_confirmed', '2026-11-20T01:00:00.000Z');
    expect(decision).toMatchObject({ value: { events: [{ data: { occurredAt: waiting.terms.boundAt } }, {}] } });
  });

  it('changes nothing when an event is reported again: the period is never moved by it', () => {
    const decision = report('shipment_confirmed', '2026-11-24T05:00:00.000Z', shipped);
    expect(decision).toMatchObject({ ok: true, value: { events: [], postings: [] } });
  });

  it('takes an event of this very instant and refuses one of the next', () => {
    expect(report('shipment_confirmed', now).ok).toBe(true);
    expect(report('shipment_confirmed', '2026-11-24T08:00:00.001Z')).toMatchObject({ code: 'milestone-in-future' });
  });

  it('refuses a receipt without a shipment, or before it', () => {
    expect(report('receipt_signed', '2026-11-24T02:00:00.000Z')).toMatchObject({ code: 'milestone-out-of-order' });
    expect(report('receipt_signed', '2026-11-24T00:59:59.999Z', shipped)).toMatchObject({
      code: 'milestone-out-of-order',
    });
    expect(report('receipt_signed', '2026-11-24T01:00:00.000Z', shipped).ok).toBe(true);
  });

  it('refuses an event that the product does not know', () => {
    expect(report('shipment_confirmed', now, aPolicyState(), 'device-protection')).toMatchObject({
      code: 'milestone-not-in-product',
    });
  });

  it('refuses any event of a policy that has ended', () => {
    expect(report('shipment_confirmed', now, { ...waiting, status: 'cancelled' })).toMatchObject({
      code: 'policy-state-refuses',
      facts: { status: 'cancelled' },
    });
  });
});
