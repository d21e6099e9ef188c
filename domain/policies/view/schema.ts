import * as z from 'zod';
import { CustomerId } from '../../customers/schema.ts';
import { Instant, LocalizedText, Money, OffsetDateTime } from '../../shared/schema.ts';
import {
  Collection,
  DisbursementStatus,
  ObjectFacts,
  OfferId,
  Period,
  PolicyId,
  PolicyStatus,
  PremiumStatus,
} from '../schema.ts';

const Identity = z.record(z.string().max(64), z.string().min(1).max(200)).meta({
  description: 'The identifying answers again, as they were quoted: order number, IMEI, ticket.',
  example: { imei: '356938035643809' },
});

export const BindPolicy = z
  .strictObject({
    offer: z.string().min(20).max(1536).meta({ description: 'The signed token of the offer, unchanged.' }),
    customerId: CustomerId,
    reference: z
      .string()
      .regex(/^[\w.:/-]{1,64}$/)
      .meta({
        description:
          'Your own opaque number for the sale. It is kept in the clear: nothing personal or identifying goes here.',
        example: 'checkout-7f3a9c',
      }),
    identity: Identity,
    collection: Collection,
    acknowledged: z
      .array(
        z.strictObject({
          code: z.string().max(40).meta({ description: 'The disclosure.', example: 'exemptions' }),
          contentHash: z.string().max(64).meta({ description: 'Hash of the text that was shown, from the offer.' }),
        }),
      )
      .max(20)
      .meta({
        description: 'What the buyer acknowledged, one by one; nothing is acknowledged by default (INET Art 17).',
      }),
  })
  .meta({ id: 'BindPolicy', description: 'The buyer accepts an offer.' });

export const Invoice = z
  .strictObject({
    invoiceId: z.string().meta({ description: 'The invoice.', example: 'inv_01jd8x2k7v5m3q9w4t6y8r0z1b' }),
    status: PremiumStatus,
    gross: Money.meta({ description: 'What the buyer pays.' }),
    tax: Money.meta({ description: 'The tax inside it.' }),
    commission: Money.meta({ description: 'What the partner earns.' }),
    collection: Collection,
    payBy: Instant.meta({ description: 'From this instant an unpaid contract lapses.' }),
  })
  .meta({ id: 'Invoice', description: 'What is owed for the policy, with its tax and commission.' });

export const ClaimLine = z
  .strictObject({
    claimId: z.string(),
    coverage: z.string(),
    status: z.string(),
    approved: Money.meta({ description: 'Counted against the limits.' }),
  })
  .meta({ id: 'ClaimLine', description: 'A claim as its policy sees it.' });

export const PolicyView = z
  .strictObject({
    policyId: PolicyId,
    policyNumber: z.string().meta({ description: 'The number that the customer sees.' }),
    verificationCode: z.string().meta({ description: 'With the number, proves to anyone that the policy is real.' }),
    status: PolicyStatus,
    offerId: OfferId,
    productId: z.string(),
    productVersion: z.int(),
    productName: LocalizedText,
    customerId: CustomerId,
    reference: z.string(),
    object: ObjectFacts,
    period: Period.meta({ description: 'Half-open: cover at `from`, none at `to`.' }),
    zone: z.string().meta({ description: 'IANA zone of the contract.' }),
    boundAt: Instant,
    milestones: z.record(z.string(), Instant).meta({ description: 'Reported events by code.' }),
    invoice: Invoice,
    claims: z.array(ClaimLine),
    disbursements: z
      .array(
        z.strictObject({
          disbursementId: z.string(),
          kind: z.enum(['refund', 'payout']),
          status: DisbursementStatus,
          amount: Money,
        }),
      )
      .meta({ description: 'Refunds and payouts on their way or done.' }),
    cancelled: z
      .strictObject({ at: Instant, reason: z.string() })
      .optional()
      .meta({ description: 'When and why it ended early.' }),
  })
  .meta({ id: 'Policy', description: 'A policy: what is insured, for how long, and where its money stands.' });

export const PolicyPage = z
  .strictObject({
    items: z.array(PolicyView),
    next: z.string().optional().meta({ description: 'Cursor of the next page; absent on the last one.' }),
  })
  .meta({ id: 'PolicyPage', description: 'A page of policies, newest first.' });

export const RecordMilestone = z
  .strictObject({
    milestone: z
      .string()
      .max(40)
      .meta({ description: 'The event, as the product names it.', example: 'shipment_confirmed' }),
    occurredAt: OffsetDateTime.meta({ description: 'When it happened.', example: '2026-11-24T10:15:00+08:00' }),
  })
  .meta({ id: 'RecordMilestone', description: 'An event of the insured’s world.' });

export const CancellationRequest = z
  .strictObject({
    reason: z
      .enum(['order-cancelled', 'withdrawal', 'no-longer-needed', 'object-lost', 'other'])
      .meta({ description: 'Why the policyholder cancels.' }),
  })
  .meta({ id: 'CancellationRequest', description: 'What a cancellation would be asked for.' });

export const CancelPolicy = CancellationRequest.extend({
  preview: z
    .string()
    .min(20)
    .max(512)
    .meta({ description: 'The token of a preview of this very request: the buyer has seen what comes back.' }),
}).meta({ id: 'CancelPolicy', description: 'The policyholder ends the contract, as it was previewed.' });

const refund = z.strictObject({ gross: Money, tax: Money, commission: Money }).meta({ description: 'Return premium.' });

export const CancellationPreview = z
  .strictObject({
    policyId: PolicyId,
    rule: z.string().meta({ description: 'The product’s window that would apply.', example: 'before-cover' }),
    refund,
    preview: z.string().meta({ description: 'Send it with the same body to cancel on these terms.' }),
    expiresAt: Instant.meta({ description: 'From then on it confirms nothing.' }),
  })
  .meta({ id: 'CancellationPreview', description: 'What a cancellation would return now; nothing was written.' });

export const Cancellation = z
  .strictObject({
    policyId: PolicyId,
    status: PolicyStatus,
    rule: z.string().meta({ description: 'The product’s window that applied.', example: 'before-cover' }),
    refund,
    cancelledAt: Instant,
  })
  .meta({ id: 'Cancellation', description: 'A cancelled policy and what it returned.' });

export const Certificate = z
  .strictObject({
    policyNumber: z.string(),
    productId: z.string(),
    productVersion: z.int(),
    productName: LocalizedText,
    filingNumber: z.string(),
    status: PolicyStatus,
    period: Period,
    zone: z.string(),
    object: ObjectFacts,
    coverages: z.array(z.strictObject({ code: z.string(), name: LocalizedText })),
    premium: Money,
    boundAt: Instant,
    issuedAt: Instant.meta({ description: 'When this certificate was made.' }),
    verification: z.strictObject({ number: z.string(), code: z.string(), path: z.string() }),
    signature: z
      .string()
      .meta({ description: 'JWS over everything else in this document; keys at /.well-known/jwks.json.' }),
  })
  .meta({ id: 'Certificate', description: 'Proof of insurance as signed JSON.' });

export const Verification = z
  .strictObject({
    genuine: z
      .boolean()
      .meta({ description: 'False for a number or a code that is not ours; nothing else is told then.' }),
    status: PolicyStatus.optional().meta({ description: 'The policy’s status, where it is genuine.' }),
    productName: LocalizedText.optional(),
    period: Period.optional(),
  })
  .meta({ id: 'Verification', description: 'Whether a policy is real and in force; reveals nobody.' });
