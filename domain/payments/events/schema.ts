import * as z from 'zod';
import { DisbursementStatus } from '../../policies/schema.ts';
import { CurrencyCode, Instant } from '../../shared/schema.ts';
import { UnmatchedReason } from '../schema.ts';

const about = { policyId: z.string(), disbursementId: z.string(), claimId: z.string().optional() };
const checkAt = Instant.meta({ description: 'When the provider is asked next.' });

/** The data of every event of money that leaves, or that fits nowhere. */
export const paymentEvents = {
  'disbursement.requested': z.strictObject({
    ...about,
    kind: z.enum(['refund', 'payout']),
    amount: z.int().meta({ description: 'Minor units.' }),
    currency: CurrencyCode,
    paymentId: z.string().optional().meta({ description: 'The payment that a refund gives back.' }),
    checkAt,
  }),
  'disbursement.submitted': z.strictObject({ ...about, checkAt }),
  'disbursement.unknown': z.strictObject({ ...about, checkAt }),
  'disbursement.check-due': z.strictObject({
    ...about,
    status: DisbursementStatus.meta({ description: 'What is known of it so far.' }),
    attempts: z.int().meta({ description: 'How often the provider has been turned to, this time included.' }),
    checkAt,
  }),
  'disbursement.succeeded': z.strictObject({ ...about, providerId: z.string() }),
  'disbursement.failed': z.strictObject({ ...about, reason: z.string() }),
  'disbursement.returned': z.strictObject({ ...about, reason: z.string() }),
  'unmatched.received': z.strictObject({
    unmatchedId: z.string(),
    paymentId: z.string(),
    amount: z.int().meta({ description: 'Minor units.' }),
    currency: CurrencyCode,
    reason: UnmatchedReason,
    offerId: z.string().optional(),
    policyId: z.string().optional(),
    receivedAt: Instant,
  }),
  'unmatched.applied': z.strictObject({ unmatchedId: z.string(), policyId: z.string(), at: Instant }),
};
