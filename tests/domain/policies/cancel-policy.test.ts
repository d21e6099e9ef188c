import { describe, expect, it } from 'vitest';
import { cancelPolicy } from '../../../domain/policies/cancel-policy.ts';
import type { Policy } from '../../../domain/policies/schema.ts';
import { aPolicyState, policyId, product } from '../../support/policies.ts';

const now = '2026-11-24T08:00:00.000Z';
const given = { now, disbursementId: 'dsb_1' };
const unearned = { unearned_premium: -13172 };
const paid = aPolicyState({ premium: 'paid', payments: { pi_1: 13962 }, balances: unearned });
const cancel = (policy: Policy) => cancelPolicy(policy, product('device-protection'), { reason: 'withdrawal' }, given);
const posted = (policy: Policy, account: string): number => {
  const decision = cancel(policy);
  if (!decision.ok) throw new Error(decision.code);
  return decision.value.postings.filter((leg) => leg.account === account).reduce((sum, { amount }) => sum + amount, 0);
};

describe('cancelPolicy', () => {
  it('sends the premium back to the payment that it came from (INET Art 40)', () => {
    expect(cancel(paid)).toMatchObject({
      value: {
        events: [
          { type: 'policy.cancelled', data: { policyId, at: now, rule: 'days-from-bind', refund: { gross: 13962 } } },
          {
            type: 'disbursement.requested',
            data: { kind: 'refund', amount: 13962, paymentId: 'pi_1', disbursementId: 'dsb_1' },
          },
        ],
        releases: ['one-imei'],
      },
    });
    expect(posted(paid, 'refund_payable')).toBe(-13962);
    expect(posted(paid, 'unearned_premium')).toBe(13172);
  });

  it('writes an unpaid premium back and sends no money', () => {
    const unpaid = aPolicyState({ balances: unearned });
    const decision = cancel(unpaid);
    expect(decision.ok && decision.value.events.map(({ type }) => type)).toEqual(['policy.cancelled']);
    expect(posted(unpaid, 'receivable')).toBe(-13962);
  });

  it('makes a partner’s collected premium a negative line of the next statement', () => {
    expect(posted(aPolicyState({ premium: 'credit', balances: unearned }), 'due_from_partner')).toBe(-13962);
  });

  it('waits for an open claim to be decided', () => {
    const claim = { claimId: 'clm_1', coverage: 'screen', status: 'in-review', approved: 0, reserve: 1 };
    expect(cancel({ ...paid, claims: [claim] })).toMatchObject({ code: 'claim-open', facts: { claimId: 'clm_1' } });
    expect(cancel({ ...paid, claims: [{ ...claim, status: 'rejected' }] }).ok).toBe(true);
  });

  it('refuses what has ended already, and what no window returns', () => {
    expect(cancel({ ...paid, status: 'cancelled' })).toMatchObject({ code: 'policy-state-refuses' });
    const used = { claimId: 'clm_1', coverage: 'screen', status: 'paid', approved: 1, reserve: 0 };
    expect(cancel({ ...paid, period: { from: '2026-11-23T16:00:00.000Z' }, claims: [used] })).toMatchObject({
      code: 'cancellation-closed',
    });
  });
});
