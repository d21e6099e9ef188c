import type { Claim } from '../../../domain/claims/schema.ts';
import type { ToldEvent } from '../../../domain/notifications/message-of.ts';
import type { Locale, MessageName, Notification } from '../../../domain/notifications/schema.ts';
import type { Told } from '../../../domain/notifications/told.ts';
import type { Policy } from '../../../domain/policies/schema.ts';
import { aPolicyState, policyId, product, someTerms } from '../../support/policies.ts';

export const claimId = 'clm_01jd8x2k7v5m3q9w4t6y8r0z1b001';
export const notificationId = 'ntf_01jd8x2k7v5m3q9w4t6y8r0z1b';

/** A broken screen of 20 December 2026, 18:30 in Shanghai, reported the next morning at 09:05. */
export const aClaim = (change: Partial<Claim> = {}): Claim => ({
  ...{ claimId, policyId, coverage: 'screen', currency: 'CNY', status: 'registered' },
  ...{ lossAt: '2026-12-20T10:30:00.000Z', reportedAt: '2026-12-21T01:05:00.000Z', reporter: 'client-1' },
  ...{ facts: {}, hashes: {}, holds: [], sealedForm: 'jwe', reserve: 100_000 },
  ...change,
});

/** What is told of a phone's policy, bound at 16:00 in Shanghai on 23 November 2026. */
export const told = <E extends ToldEvent>(event: E, locale: Locale = 'en', change: Partial<Policy> = {}): Told<E> => {
  const acknowledged = [{ code: 'terms', contentHash: 'h' }];
  const policy = aPolicyState({ terms: someTerms({ acknowledged }), ...change });
  return {
    ...{ event, policy, locale, customerName: '王小明', policyNumber: 'BN01JD8X' },
    product: product(policy.terms.productId),
    verification: { link: 'https://api.bindery.test/v1/tenants/shop-a/verifications/BN01JD8X?code=AB12', code: 'AB12' },
  };
};

const at = '2026-12-22T04:00:00.000Z';
const about = { policyId, claimId };

/** One event for each message, as they come from the books: 1,080.00 approved and paid, 139.62 given back. */
export const eventOf = {
  'policy-issued': {
    type: 'policy.bound',
    data: {
      ...{ policyId, terms: someTerms() },
      period: { from: '2026-11-23T16:00:00.000Z', to: '2027-11-23T16:00:00.000Z' },
    },
  },
  'premium-reminder': {
    type: 'premium.reminder-due',
    data: { policyId, at: '2026-11-24T02:00:00.000Z', payBy: '2026-11-24T08:00:00.000Z' },
  },
  'renewal-reminder': {
    type: 'renewal.reminder-due',
    data: { policyId, at: '2027-10-24T16:00:00.000Z', endsAt: '2027-11-23T16:00:00.000Z' },
  },
  'policy-cancelled': {
    type: 'policy.cancelled',
    data: { policyId, at, reason: 'withdrawal', rule: 'always', refund: { gross: 13962, tax: 790, commission: 3293 } },
  },
  'policy-lapsed': {
    type: 'policy.cancelled',
    data: {
      policyId,
      at,
      reason: 'premium-not-paid',
      rule: 'before-cover',
      refund: { gross: 0, tax: 0, commission: 0 },
    },
  },
  'claim-received': { type: 'claim.registered', data: { ...about, reserve: 100_000, currency: 'CNY', at } },
  'claim-approved': {
    type: 'claim.approved',
    data: { ...about, amount: 108_000, currency: 'CNY', by: 'person-1', at },
  },
  'claim-rejected': {
    type: 'claim.rejected',
    data: { ...about, reasons: ['wear', 'time-barred'], clauses: ['wear', '3.1'], by: 'person-1', at },
  },
  'claim-paid': { type: 'claim.paid', data: { ...about, amount: 108_000, at } },
  'payout-returned': { type: 'claim.payout-returned', data: { ...about, at } },
} as const satisfies Record<MessageName, ToldEvent>;

export const aNotification = (change: Partial<Notification> = {}): Notification => ({
  ...{ notificationId, message: 'policy-issued', template: 'default', templateHash: 'hash', locale: 'en' },
  ...{ channel: 'email', eventId: `${policyId}.1.1`, customerId: 'cus_01jd8x2k7v5m3q9w4t6y8r0z1b', policyId },
  ...{ content: 'jwe', requestedAt: '2026-11-23T08:00:00.000Z', status: 'requested' },
  ...change,
});
