import { describe, expect, it } from 'vitest';
import { nextDue } from '../../../domain/policies/next-due.ts';
import { aPolicyState, someTerms } from '../../support/policies.ts';

const bound = '2026-11-23T08:00:00.000Z';
const from = '2026-11-23T16:00:00.000Z';
const payBy = '2026-11-24T08:00:00.000Z';
const to = '2027-11-23T16:00:00.000Z';

describe('nextDue', () => {
  it('wakes an unpaid contract when cover would begin, so that a payment in between sets nothing', () => {
    expect(nextDue(aPolicyState(), bound)).toBe(from);
    expect(nextDue(aPolicyState({ premium: 'paid' }), bound)).toBe(from);
  });

  it('wakes it next when its time to pay is over', () => {
    expect(nextDue(aPolicyState(), from)).toBe(payBy);
  });

  it('wakes it to be reminded, once: of its premium before that runs out, of its end before that comes', () => {
    const remindAt = { premium: '2026-11-24T02:00:00.000Z', renewal: '2027-10-24T16:00:00.000Z' };
    const terms = someTerms({ remindAt });
    expect(nextDue(aPolicyState({ terms }), from)).toBe(remindAt.premium);
    expect(nextDue(aPolicyState({ terms, reminded: ['premium'] }), from)).toBe(payBy);
    const onRisk = { terms, status: 'on-risk', premium: 'paid' } as const;
    expect(nextDue(aPolicyState(onRisk), from)).toBe(remindAt.renewal);
    expect(nextDue(aPolicyState({ ...onRisk, reminded: ['renewal'] }), from)).toBe(to);
  });

  it('wakes a policy on risk at its end, and one that has ended never', () => {
    expect(nextDue(aPolicyState({ status: 'on-risk', premium: 'paid' }), from)).toBe(to);
    expect(nextDue(aPolicyState({ status: 'expired' }), from)).toBeUndefined();
    expect(nextDue(aPolicyState({ status: 'cancelled' }), from)).toBeUndefined();
  });

  it('wakes for the earliest of open money and waiting claims', () => {
    const money = {
      disbursementId: 'd',
      kind: 'refund',
      status: 'unknown',
      amount: 1,
      attempts: 1,
      checkAt: payBy,
    } as const;
    const claim = { claimId: 'c', coverage: 'x', status: 'awaiting-facts', approved: 0, reserve: 0, lookAt: from };
    expect(nextDue(aPolicyState({ status: 'expired', disbursements: [money], claims: [claim] }), bound)).toBe(from);
  });

  it('waits for the event that begins cover until the day by which it must have come', () => {
    expect(nextDue(aPolicyState({ premium: 'credit', period: { to } }), bound)).toBe(to);
  });
});
