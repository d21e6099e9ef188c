import { describe, expect, it } from 'vitest';
import { findDisbursement, settleDisbursement, submitDisbursement } from '../../../domain/payments/disburse.ts';
import type { Disbursement } from '../../../domain/policies/schema.ts';
import { aPolicyState, policyId } from '../../support/policies.ts';

const now = '2026-11-24T08:00:00.000Z';
const refund: Disbursement = {
  disbursementId: 'dsb_1',
  kind: 'refund',
  status: 'submitted',
  amount: 13962,
  attempts: 1,
};
const payout: Disbursement = { ...refund, disbursementId: 'dsb_2', kind: 'payout', claimId: 'clm_1', amount: 1200 };
const payoutOf = { policyId, disbursementId: 'dsb_2', claimId: 'clm_1' };
const policy = aPolicyState({ disbursements: [refund, payout] });

const arrived = { status: 'succeeded', providerId: 'po_1' } as const;
const refusedByBank = { status: 'failed', reason: 'account_closed' } as const;

describe('submitDisbursement', () => {
  it('commits that an instruction is about to go out, once, with the time to ask after it', () => {
    const requested = { ...refund, status: 'requested' as const };
    expect(submitDisbursement(policy, requested, now).events).toMatchObject([
      { type: 'disbursement.submitted', data: { checkAt: '2026-11-24T08:10:00.000Z' } },
    ]);
    expect(submitDisbursement(policy, refund, now)).toEqual({ events: [], postings: [] });
  });
});

describe('settleDisbursement', () => {
  it('books a refund that arrived against what was owed', () => {
    const settled = settleDisbursement(policy, refund, { status: 'succeeded', providerId: 're_1' }, now);
    expect(settled.events).toEqual([
      { type: 'disbursement.succeeded', data: { policyId, disbursementId: 'dsb_1', providerId: 're_1' } },
    ]);
    expect(settled.postings).toEqual([
      { account: 'refund_payable', amount: 13962, currency: 'CNY' },
      { account: 'cash', amount: -13962, currency: 'CNY' },
    ]);
  });

  it('pays a claim with its payout', () => {
    const settled = settleDisbursement(policy, payout, { status: 'succeeded', providerId: 'po_1' }, now);
    expect(settled.events).toEqual([
      { type: 'disbursement.succeeded', data: { ...payoutOf, providerId: 'po_1' } },
      { type: 'claim.paid', data: { policyId, claimId: 'clm_1', amount: 1200, at: now } },
    ]);
    expect(settled.postings[0]).toEqual({ account: 'claims_payable', amount: 1200, currency: 'CNY' });
  });

  it('calls an answer that never came unknown, never failed, and moves no money', () => {
    const settled = settleDisbursement(policy, payout, { status: 'nothing' }, now);
    expect(settled).toEqual({
      events: [{ type: 'disbursement.unknown', data: { ...payoutOf, checkAt: '2026-11-24T08:10:00.000Z' } }],
      postings: [],
    });
  });

  it('owes on what the provider refused before it went anywhere, and moves no money', () => {
    expect(settleDisbursement(policy, payout, refusedByBank, now)).toEqual({
      events: [{ type: 'disbursement.failed', data: { ...payoutOf, reason: 'account_closed' } }],
      postings: [],
    });
  });

  it('says unknown once, and waits quietly for what is pending', () => {
    expect(settleDisbursement(policy, { ...payout, status: 'unknown' }, { status: 'nothing' }, now).events).toEqual([]);
    expect(settleDisbursement(policy, payout, { status: 'pending' }, now)).toEqual({ events: [], postings: [] });
  });

  it('changes nothing that stands already, or that was never sent', () => {
    expect(settleDisbursement(policy, { ...payout, status: 'succeeded' }, arrived, now).events).toEqual([]);
    expect(settleDisbursement(policy, { ...payout, status: 'failed' }, refusedByBank, now).events).toEqual([]);
    expect(settleDisbursement(policy, { ...payout, status: 'requested' }, arrived, now).events).toEqual([]);
    expect(settleDisbursement(policy, { ...payout, status: 'succeeded' }, { status: 'nothing' }, now).events).toEqual(
      [],
    );
  });

  it('owes again what had arrived and came back, and its claim waits for the money again', () => {
    const settled = settleDisbursement(policy, { ...payout, status: 'succeeded' }, refusedByBank, now);
    expect(settled.events).toEqual([
      { type: 'disbursement.returned', data: { ...payoutOf, reason: 'account_closed' } },
      { type: 'claim.payout-returned', data: { policyId, claimId: 'clm_1', at: now } },
    ]);
    expect(settled.postings).toEqual([
      { account: 'cash', amount: 1200, currency: 'CNY' },
      { account: 'claims_payable', amount: -1200, currency: 'CNY' },
    ]);
  });

  it('has no claim that waits where a refund comes back', () => {
    const settled = settleDisbursement(policy, { ...refund, status: 'succeeded' }, refusedByBank, now);
    expect(settled.events.map(({ type }) => type)).toEqual(['disbursement.returned']);
  });

  it('books money that was called failed and has arrived after all', () => {
    const settled = settleDisbursement(policy, { ...payout, status: 'failed' }, arrived, now);
    expect(settled.events.map(({ type }) => type)).toEqual(['disbursement.succeeded', 'claim.paid']);
  });
});

describe('findDisbursement', () => {
  it('finds an instruction by its reference', () => {
    expect(findDisbursement(policy, 'dsb_2')).toBe(payout);
    expect(findDisbursement(policy, 'dsb_3')).toBeUndefined();
  });
});
