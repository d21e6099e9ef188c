import { describe, expect, it } from 'vitest';
import { keepUnmatched, receivePayment } from '../../../domain/payments/receive-payment.ts';
import type { Policy } from '../../../domain/policies/schema.ts';
import { aPolicyState } from '../../support/policies.ts';

const now = '2026-11-23T17:00:00.000Z';
const payment = { paymentId: 'pi_1', amount: 13962, currency: 'CNY', offerId: 'off_1' };
const given = { now, disbursementId: 'dsb_1' };
const receive = (policy: Policy | undefined, change: Partial<typeof payment> = {}) =>
  receivePayment(policy, { ...payment, ...change }, given);

describe('receivePayment', () => {
  it('pays the premium and begins the cover whose time has come', () => {
    const receipt = receive(aPolicyState());
    expect(receipt).toMatchObject({
      to: 'policy',
      outcome: { events: [{ type: 'premium.received' }, { type: 'policy.on-risk', data: { at: now } }] },
    });
  });

  it('moves the debt to cash, to the cent', () => {
    const receipt = receive(aPolicyState());
    expect(receipt.to === 'policy' && receipt.outcome.postings).toEqual([
      { account: 'cash', amount: 13962, currency: 'CNY' },
      { account: 'receivable', amount: -13962, currency: 'CNY' },
    ]);
  });

  it.each([
    ['one cent less', {}, { amount: 13961 }, 'wrong-amount'],
    ['one cent more', {}, { amount: 13963 }, 'wrong-amount'],
    ['another currency', {}, { currency: 'USD' }, 'wrong-currency'],
    ['a second payment', { premium: 'paid', payments: { pi_0: 13962 } }, {}, 'already-paid'],
    ['a payment of what the partner collected', { premium: 'credit' }, {}, 'already-paid'],
  ] as const)('keeps %s as unmatched', (_what, state, change, reason) => {
    expect(receive(aPolicyState(state), change)).toEqual({ to: 'unmatched', reason });
  });

  it('keeps money that names no policy, or one that is not there yet', () => {
    const { offerId: _none, ...anonymous } = payment;
    expect(receivePayment(undefined, anonymous, given)).toEqual({ to: 'unmatched', reason: 'unknown-reference' });
    expect(receive(undefined)).toEqual({ to: 'unmatched', reason: 'policy-not-there-yet' });
  });

  it('does nothing with a payment that the policy knows', () => {
    expect(receive(aPolicyState({ premium: 'paid', payments: { pi_1: 13962 } }))).toEqual({ to: 'nobody' });
  });

  it('gives late money back to where it came from, whatever its amount', () => {
    const receipt = receive(aPolicyState({ status: 'cancelled', premium: 'void' }), { amount: 5 });
    expect(receipt).toMatchObject({
      to: 'policy',
      outcome: {
        events: [
          { type: 'premium.unapplied', data: { amount: 5, reason: 'policy-cancelled' } },
          {
            type: 'disbursement.requested',
            data: { kind: 'refund', amount: 5, paymentId: 'pi_1', disbursementId: 'dsb_1' },
          },
        ],
        postings: [
          { account: 'cash', amount: 5 },
          { account: 'refund_payable', amount: -5 },
        ],
      },
    });
  });

  it('begins cover when late money comes, and not before', () => {
    const paidAt = '2026-11-24T07:00:00.000Z';
    const receipt = receivePayment(aPolicyState(), payment, { ...given, now: paidAt });
    expect(receipt).toMatchObject({ outcome: { events: [{}, { type: 'policy.on-risk', data: { at: paidAt } }] } });
  });
});

describe('keepUnmatched', () => {
  it('keeps the money with its reason, and books it as unapplied', () => {
    const kept = keepUnmatched('unm_1', 'wrong-amount', payment, now);
    expect(kept.events).toMatchObject([
      { type: 'unmatched.received', data: { reason: 'wrong-amount', amount: 13962, receivedAt: now } },
    ]);
    expect(kept.postings).toEqual([
      { account: 'cash', amount: 13962, currency: 'CNY' },
      { account: 'unapplied', amount: -13962, currency: 'CNY' },
    ]);
  });
});
