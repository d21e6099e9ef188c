import * as z from 'zod';
import { paymentRefusals } from '../../domain/payments/refusals.ts';
import { UnmatchedId, UnmatchedMoney } from '../../domain/payments/schema.ts';
import { UnmatchedPage } from '../../domain/payments/view/schema.ts';
import { ProviderEvent, WebhookReceipt } from '../../domain/payments/webhook/schema.ts';
import { pick } from '../../domain/shared/refusal.ts';
import { capability } from '../_kit/contract.ts';
import { listQuery } from '../_kit/page-query.ts';

const staff = { caller: 'staff', scope: 'payments:read', roles: ['finance', 'operator'] } as const;
const quiet = { writes: [], emits: [], uses: [] } as const;
const outcomes = [
  'disbursement.succeeded',
  'disbursement.failed',
  'disbursement.returned',
  'disbursement.unknown',
  'claim.paid',
  'claim.payout-returned',
] as const;

export const payments = capability('payments', {
  endpoints: {
    receivePaymentWebhook: {
      method: 'POST',
      path: '/payment-webhooks/{tenantId}',
      summary: 'Receive a payment provider’s webhook',
      description:
        'Takes Stripe events with a Stripe-Signature header. Answers 200 only when the event’s effect is durable; the same event again has none.',
      caller: 'provider',
      params: z.strictObject({
        tenantId: z.string().meta({ description: 'Whose endpoint it is.', example: 'sandbox-shop' }),
      }),
      body: ProviderEvent,
      rawBody: true,
      response: WebhookReceipt,
      success: 200,
      refusals: pick(paymentRefusals, 'webhook-signature-invalid', 'webhook-not-understood'),
      reads: ['policy', 'claim', 'unmatched', 'alert'],
      writes: ['policy', 'unmatched', 'alert'],
      emits: [
        'premium.received',
        'premium.unapplied',
        'disbursement.requested',
        'policy.on-risk',
        'unmatched.received',
        'alert.raised',
        ...outcomes,
      ],
      uses: ['providerWebhooks'],
      ifBroken: 'Premium that customers have paid is not booked, and their cover does not begin.',
    },
    listUnmatchedMoney: {
      ...staff,
      ...quiet,
      method: 'GET',
      path: '/unmatched-money',
      summary: 'List unmatched money that is still open, or any by status, oldest first',
      query: listQuery(UnmatchedMoney.shape.status),
      response: UnmatchedPage,
      success: 200,
      refusals: {},
      reads: ['unmatched'],
      lists: ['queue', 'byKind'],
      ifBroken: 'Finance cannot see money that belongs to somebody and is booked nowhere.',
    },
    getUnmatchedMoney: {
      ...staff,
      ...quiet,
      method: 'GET',
      path: '/unmatched-money/{unmatchedId}',
      summary: 'Get unmatched money',
      params: z.strictObject({ unmatchedId: UnmatchedId }),
      response: UnmatchedMoney,
      success: 200,
      object: 'unmatched',
      refusals: pick(paymentRefusals, 'unmatched-not-found'),
      reads: ['unmatched'],
      ifBroken: 'Finance cannot look into money that is booked nowhere.',
    },
  },
  subscribers: {
    sendDisbursement: {
      summary: 'Sends refunds and payouts through the provider, and asks after those whose outcome is open',
      on: ['disbursement.requested', 'disbursement.check-due'],
      reads: ['policy', 'claim', 'customer', 'vault'],
      writes: ['policy'],
      emits: ['disbursement.submitted', ...outcomes],
      uses: ['provider'],
      ifBroken: 'Approved claims are not paid and refunds do not reach their customers.',
    },
    applyUnmatchedMoney: {
      summary: 'Applies money that came before its policy',
      on: ['policy.bound'],
      reads: ['policy', 'unmatched'],
      writes: ['policy', 'unmatched'],
      emits: ['premium.received', 'policy.on-risk', 'unmatched.applied'],
      uses: [],
      ifBroken: 'Customers who paid a moment before their contract was concluded stay without cover.',
    },
  },
});
