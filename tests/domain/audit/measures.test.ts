import { describe, expect, it } from 'vitest';
import { alertRaised } from '../../../domain/alerts/events.ts';
import { type Measured, measuresOf } from '../../../domain/audit/measures.ts';
import { applyUnmatched } from '../../../domain/payments/apply-unmatched.ts';
import { settleDisbursement } from '../../../domain/payments/disburse.ts';
import { keepUnmatched } from '../../../domain/payments/receive-payment.ts';
import { premiumWritten } from '../../../domain/policies/postings.ts';
import { runDue } from '../../../domain/policies/run-due.ts';
import type { Disbursement } from '../../../domain/policies/schema.ts';
import { aPolicyState, policyId } from '../../support/policies.ts';

const now = '2026-11-24T08:00:00.000Z';
const given = { now, disbursementId: 'dsb_9' };
const refund: Disbursement = {
  disbursementId: 'dsb_1',
  kind: 'refund',
  status: 'submitted',
  amount: 13962,
  attempts: 1,
};
const payout: Disbursement = { ...refund, disbursementId: 'dsb_2', kind: 'payout', claimId: 'clm_1', amount: 1200 };
const arrived = { status: 'succeeded', providerId: 'po_1' } as const;
const broken = { status: 'failed', reason: 'account_closed' } as const;
const onRisk = { status: 'on-risk', premium: 'paid', paidAt: '2026-11-23T08:00:00.000Z' } as const;
const policy = aPolicyState({ disbursements: [refund, payout] });

const bound = (gross: number, currency: string): Measured => ({
  events: [{ type: 'policy.bound', data: { policyId, terms: { ...policy.terms, currency, premium: { gross } } } }],
  postings: premiumWritten({ gross, tax: 24, commission: 65 }, 'receivable', currency),
});

describe('measuresOf, contracts', () => {
  it('counts a contract and its gross premium: 4.32 yuan are 432 fen', () => {
    expect(measuresOf(bound(432, 'CNY'))).toEqual({ policies: 1, premiumCNY: 432 });
  });
  it('keeps currencies apart, and sums several contracts of one record: 4.32 and 1.08 yuan are 540 fen', () => {
    const [a, b, c] = [bound(432, 'CNY'), bound(108, 'CNY'), bound(999, 'EUR')];
    const all = { events: [a, b, c].flatMap(({ events }) => events), postings: [] };
    expect(measuresOf(all)).toEqual({ policies: 3, premiumCNY: 540, premiumEUR: 999 });
  });
  it('says that a contract lapsed whose premium never came by the instant it was due', () => {
    const unpaid = aPolicyState({ premium: 'open', status: 'pending', terms: { ...policy.terms, payBy: now } });
    expect(measuresOf(runDue(unpaid, given))).toEqual({ lapsed: 1 });
  });
  it('says of any other cancellation that it is one, and sums nothing before money has moved', () => {
    const cancelled = (rule: string, reason: string) =>
      measuresOf({
        events: [{ type: 'policy.cancelled', data: { policyId, at: now, reason, rule, refund: {} } }],
        postings: [
          { account: 'written_premium', amount: 13962, currency: 'CNY' },
          { account: 'refund_payable', amount: -13962, currency: 'CNY' },
        ],
      });
    expect(cancelled('cooling-off', 'premium-not-paid')).toEqual({ cancelled: 1 });
    expect(cancelled('before-cover', 'never-attached')).toEqual({ cancelled: 1 });
  });
});

describe('measuresOf, claims and money that leaves', () => {
  it('counts a loss that is reported, and not the steps that follow', () => {
    expect(measuresOf({ events: [{ type: 'claim.reported', data: {} }], postings: [] })).toEqual({ claims: 1 });
    const approved = [{ type: 'claim.registered', data: {} } as const, { type: 'claim.approved', data: {} } as const];
    const owed = [
      { account: 'claim_reserve', amount: 1200, currency: 'CNY' },
      { account: 'claims_payable', amount: -1200, currency: 'CNY' },
    ];
    expect(measuresOf({ events: approved, postings: owed })).toEqual({});
  });
  it('counts a payout that arrived and sums it as paid', () => {
    expect(measuresOf(settleDisbursement(policy, payout, arrived, now))).toEqual({ payouts: 1, paidCNY: 1200 });
  });
  it('sums a refund that arrived as refunded, which is no payout', () => {
    expect(measuresOf(settleDisbursement(policy, refund, arrived, now))).toEqual({ refundedCNY: 13962 });
  });
  it('sums what came back as returned, and what failed before it left as nothing', () => {
    const there: Disbursement = { ...payout, status: 'succeeded' };
    expect(measuresOf(settleDisbursement(policy, there, broken, now))).toEqual({ returnedCNY: 1200 });
    expect(measuresOf(settleDisbursement(policy, payout, broken, now))).toEqual({});
  });
  it('counts outgoing money as stuck where it was asked after once and its outcome is still unknown', () => {
    const dueNow = (status: Disbursement['status'], attempts: number, checkAt = now) =>
      measuresOf(runDue(aPolicyState({ ...onRisk, disbursements: [{ ...payout, status, attempts, checkAt }] }), given));
    // Ordered once, and never asked after: the question that is due now is the first.
    expect(dueNow('unknown', 1)).toEqual({});
    expect(dueNow('unknown', 2)).toEqual({ stuckPayouts: 1 });
    expect(dueNow('submitted', 2)).toEqual({});
    expect(dueNow('unknown', 2, '2026-11-24T08:00:00.001Z')).toEqual({});
  });
});

describe('measuresOf, money that fits nowhere, and people', () => {
  const payment = { paymentId: 'pi_1', amount: 500, currency: 'CNY' };
  it('sums money that is kept unmatched', () => {
    expect(measuresOf(keepUnmatched('unm_1', 'wrong-amount', payment, now))).toEqual({ unmatchedCNY: 500 });
  });
  it('sums it as matched in the record of the policy that it found, and once', () => {
    const open = aPolicyState({ premium: 'open', status: 'pending' });
    const { gross } = open.terms.premium;
    const money = { ...payment, amount: gross, unmatchedId: 'unm_1', reason: 'policy-not-there-yet', receivedAt: now };
    const applied = applyUnmatched(open, { ...money, status: 'open' } as never, now);
    if (applied === undefined) throw new Error('It fits.');
    expect(measuresOf(applied.policy)).toEqual({ matchedCNY: gross });
    expect(measuresOf(applied.unmatched)).toEqual({});
  });
  it('counts alerts, and measures nothing of an event that it does not know', () => {
    const alert = alertRaised({
      ...{ alertId: 'alr_1', severity: 'red', cause: 'payout-unknown', subject: 'dsb_2', facts: {}, raisedAt: now },
    });
    expect(measuresOf({ events: [alert], postings: [] })).toEqual({ alerts: 1 });
    expect(measuresOf({ events: [{ type: 'constructor', data: {} }], postings: [] })).toEqual({});
  });
});
