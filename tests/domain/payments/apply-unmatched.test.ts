import { describe, expect, it } from 'vitest';
import { applyUnmatched } from '../../../domain/payments/apply-unmatched.ts';
import type { UnmatchedMoney } from '../../../domain/payments/schema.ts';
import { aPolicyState, policyId } from '../../support/policies.ts';

const now = '2026-11-23T08:00:01.000Z';
const early: UnmatchedMoney = {
  unmatchedId: 'unm_1',
  status: 'open',
  paymentId: 'pi_1',
  amount: 13962,
  currency: 'CNY',
  reason: 'policy-not-there-yet',
  receivedAt: '2026-11-23T07:59:00.000Z',
};

describe('applyUnmatched', () => {
  it('pays the policy with money that came before it, in both records and with one posting', () => {
    const applied = applyUnmatched(aPolicyState(), early, now);
    expect(applied?.policy.events).toMatchObject([{ type: 'premium.received', data: { paymentId: 'pi_1' } }]);
    expect(applied?.unmatched.events).toEqual([
      { type: 'unmatched.applied', data: { unmatchedId: 'unm_1', policyId, at: now } },
    ]);
    expect(applied?.unmatched.postings).toEqual([]);
    expect(applied?.policy.postings).toEqual([
      { account: 'unapplied', amount: 13962, currency: 'CNY' },
      { account: 'receivable', amount: -13962, currency: 'CNY' },
    ]);
  });

  it.each([
    ['is a cent short', {}, { amount: 13961 }],
    ['is in another currency', {}, { currency: 'USD' }],
    ['was applied before', {}, { status: 'applied' as const }],
    ['comes for a policy that is paid', { premium: 'paid' as const }, {}],
    ['comes for a policy that is cancelled', { status: 'cancelled' as const }, {}],
  ])('leaves money where it is that %s', (_what, state, money) => {
    expect(applyUnmatched(aPolicyState(state), { ...early, ...money }, now)).toBeUndefined();
  });

  it('counts money from the bind, however late the bus brings the news, and never from before the bind', () => {
    const late = '2026-11-24T02:00:00.000Z';
    expect(applyUnmatched(aPolicyState(), early, late)?.policy.events).toMatchObject([
      { data: { at: '2026-11-23T08:00:00.000Z' } },
      { type: 'policy.on-risk', data: { at: '2026-11-23T16:00:00.000Z' } },
    ]);
    const afterBind = { ...early, receivedAt: '2026-11-23T20:00:00.000Z' };
    expect(applyUnmatched(aPolicyState(), afterBind, late)?.policy.events[0]).toMatchObject({
      data: { at: '2026-11-23T20:00:00.000Z' },
    });
  });
});
