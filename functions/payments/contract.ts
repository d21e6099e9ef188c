import { paymentRefusals } from '../../domain/payments/refusals.ts';
import { UnmatchedMoney } from '../../domain/payments/schema.ts';
import { UnmatchedPage } from '../../domain/payments/view/schema.ts';
import { ProviderEvent, WebhookReceipt } from '../../domain/payments/webhook/schema.ts';
import { pick } from '../../domain/shared/refusal.ts';
import { capability } from '../_kit/contract.ts';
import { inboundRefusals } from '../_kit/inbound/refusals.ts';
import { InboxEntryView, InboxPage, InboxQuery, InboxReplay } from '../_kit/inbound/schema.ts';
import { InboxEntryPath, UnmatchedPath, UnmatchedQuery, WebhookPath } from './schema.ts';

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

/** What a provider's word may change, when it comes and when it is replayed. */
const booked = [
  'premium.received',
  'premium.unapplied',
  'disbursement.requested',
  'policy.on-risk',
  'unmatched.received',
  ...outcomes,
] as const;

const keeper = { caller: 'staff', roles: ['operator'], uses: ['inbox'] } as const;
const noEntry = pick(inboundRefusals, 'inbox-entry-not-found');

export const payments = capability('payments', {
  endpoints: {
    receivePaymentWebhook: {
      method: 'POST',
      path: '/payment-webhooks/{tenantId}',
      summary: 'Receive a payment provider’s webhook',
      description:
        'Takes Stripe events with a Stripe-Signature header. What is signed is kept in the inbox. Answers 200 only when the event’s effect is durable; the same event again has none.',
      caller: 'provider',
      params: WebhookPath,
      body: ProviderEvent,
      rawBody: true,
      response: WebhookReceipt,
      success: 200,
      refusals: pick(inboundRefusals, 'webhook-signature-invalid', 'webhook-not-understood'),
      reads: ['alert', 'policy', 'claim', 'unmatched'],
      writes: ['alert', 'policy', 'unmatched'],
      emits: ['alert.raised', ...booked],
      uses: ['inbox', 'providerWebhooks'],
      ifBroken: 'Premium that customers have paid is not booked, and their cover does not begin.',
      promise: 'money-is-applied',
    },
    listInboxEntries: {
      ...keeper,
      method: 'GET',
      path: '/webhook-inbox',
      summary: 'List what providers sent, newest first',
      description: 'Every webhook that was signed, for 400 days. What is forged is not kept.',
      query: InboxQuery,
      response: InboxPage,
      success: 200,
      refusals: {},
      reads: [],
      // Its cursors are signed with the tenant's secret.
      lists: ['inbox'],
      writes: [],
      emits: [],
      ifBroken: 'Nobody on duty sees which webhooks were not understood, or were left half done.',
    },
    getInboxEntry: {
      ...keeper,
      method: 'GET',
      path: '/webhook-inbox/{entryId}',
      summary: 'Get what became of a webhook',
      description: 'Without its body, which may be about a person and is never shown; a replay processes it.',
      params: InboxEntryPath,
      response: InboxEntryView,
      success: 200,
      refusals: noEntry,
      reads: [],
      writes: [],
      emits: [],
      ifBroken: 'Nobody on duty can see what became of a webhook.',
    },
    replayInboxEntry: {
      ...keeper,
      method: 'POST',
      path: '/webhook-inbox/{entryId}/replay',
      summary: 'Process a webhook once more',
      description:
        'As if its provider had sent it again: under the id of its event, so that what stands is not done twice. For what was left half done, and for what can be understood by now.',
      params: InboxEntryPath,
      response: InboxReplay,
      success: 200,
      replays: { id: 'receivePaymentWebhook', response: WebhookReceipt, success: 200 },
      refusals: noEntry,
      reads: ['policy', 'claim', 'unmatched'],
      writes: ['policy', 'unmatched'],
      emits: booked,
      ifBroken: 'What a provider told us and we did not understand stays undone until the provider says it again.',
    },
    listUnmatchedMoney: {
      ...staff,
      ...quiet,
      method: 'GET',
      path: '/unmatched-money',
      summary: 'List unmatched money that is still open, or any by status, oldest first',
      query: UnmatchedQuery,
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
      params: UnmatchedPath,
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
      promise: 'claims-are-paid',
    },
    applyUnmatchedMoney: {
      summary: 'Applies money that came before its policy',
      on: ['policy.bound'],
      reads: ['policy', 'unmatched'],
      writes: ['policy', 'unmatched'],
      emits: ['premium.received', 'policy.on-risk', 'unmatched.applied'],
      uses: [],
      ifBroken: 'Customers who paid a moment before their contract was concluded stay without cover.',
      promise: 'money-is-applied',
    },
  },
});
