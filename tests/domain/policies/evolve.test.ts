import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evolvePolicy, type PolicyEvent, postToPolicy } from '../../../domain/policies/evolve.ts';
import type { Policy } from '../../../domain/policies/schema.ts';
import { aPolicyState, policyId, someTerms } from '../../support/policies.ts';

const at = '2026-11-24T08:00:00.000Z';
const refund = { gross: 13962, tax: 790, commission: 3293 };
const bound = (collection: 'provider' | 'partner'): PolicyEvent => ({
  type: 'policy.bound',
  data: { policyId, terms: someTerms({ collection }), period: {} },
});
const folded = (policy: Policy, ...events: readonly PolicyEvent[]): Policy =>
  events.reduce<Policy>((state, event) => evolvePolicy(state, event), policy);

describe('evolvePolicy', () => {
  it('opens a premium that a provider collects, and grants credit to a partner who does', () => {
    expect(evolvePolicy(undefined, bound('provider'))).toMatchObject({ status: 'pending', premium: 'open' });
    expect(evolvePolicy(undefined, bound('partner'))).toMatchObject({ status: 'pending', premium: 'credit' });
  });

  it('has nothing to say of a policy that was never bound', () => {
    expect(() => evolvePolicy(undefined, { type: 'policy.on-risk', data: { policyId, at } })).toThrow('never bound');
  });

  it('voids an unpaid premium, refunds a paid one and leaves credit to the statement when it is cancelled', () => {
    const cancelled: PolicyEvent = {
      type: 'policy.cancelled',
      data: { policyId, at, reason: 'withdrawal', rule: 'always', refund },
    };
    expect(folded(aPolicyState(), cancelled).premium).toBe('void');
    expect(folded(aPolicyState({ premium: 'paid' }), cancelled).premium).toBe('refunding');
    expect(folded(aPolicyState({ premium: 'credit' }), cancelled).premium).toBe('credit');
  });

  it('remembers of what the customer was reminded, in the order of it', () => {
    const premium: PolicyEvent = { type: 'premium.reminder-due', data: { policyId, at, payBy: at } };
    const renewal: PolicyEvent = { type: 'renewal.reminder-due', data: { policyId, at, endsAt: at } };
    expect(folded(aPolicyState(), premium).reminded).toEqual(['premium']);
    expect(folded(aPolicyState(), premium, renewal).reminded).toEqual(['premium', 'renewal']);
  });

  it('remembers a payment by the provider’s id', () => {
    const received: PolicyEvent = {
      type: 'premium.received',
      data: { policyId, paymentId: 'pi_1', amount: 13962, currency: 'CNY', at },
    };
    expect(folded(aPolicyState(), received)).toMatchObject({ premium: 'paid', paidAt: at, payments: { pi_1: 13962 } });
  });
});

describe('postToPolicy', () => {
  it('keeps the sub-ledger equal to the fold of the entries, and at zero in total', () => {
    const legs = fc.array(
      fc.tuple(fc.constantFrom('cash', 'receivable', 'tax_payable'), fc.integer({ min: -(10 ** 9), max: 10 ** 9 })),
    );
    fc.assert(
      fc.property(legs, (pairs) => {
        const postings = pairs.flatMap(([account, amount]) => [
          { account: account as 'cash', amount, currency: 'CNY' },
          { account: 'unapplied' as const, amount: -amount, currency: 'CNY' },
        ]);
        const { balances } = postToPolicy(aPolicyState(), postings);
        expect(Object.values(balances).reduce((sum, one) => sum + one, 0)).toBe(0);
        expect(Object.values(balances)).not.toContain(0);
      }),
    );
  });
});
