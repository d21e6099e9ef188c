import * as z from 'zod';
import { DisbursementStatus } from '../../policies/schema.ts';
import { CurrencyCode, Instant } from '../../shared/schema.ts';
import { UnmatchedReason } from '../schema.ts';

const about = { policyId: z.string(), disbursementId: z.string(), claimId: z.string().optional() };
const checkAt = Instant.meta({ description: 'When the provider is asked next.' });

/** The data of every event of money that leaves, or that fits nowhere. */
export const paymentEvents = {
  'disbursement.requested': z
    .strictObject({
      ...about,
      kind: z.enum(['refund', 'payout']),
      amount: z.int().meta({ description: 'Minor units.' }),
      currency: CurrencyCode,
      paymentId: z.string().optional().meta({ description: 'The payment that a refund gives back.' }),
      checkAt,
    })
    .meta({ description: 'Money is to leave: a refund of premium or the payout of a claim.' }),
  'disbursement.submitted': z
    .strictObject({ ...about, checkAt })
    .meta({ description: 'The provider has taken the order to pay.' }),
  'disbursement.unknown': z
    .strictObject({ ...about, checkAt })
    .meta({ description: 'The provider’s answer was lost; it is asked again before anything is sent twice.' }),
  'disbursement.check-due': z
    .strictObject({
      ...about,
      status: DisbursementStatus.meta({ description: 'What is known of it so far.' }),
      attempts: z.int().meta({ description: 'How often the provider has been turned to, this time included.' }),
      checkAt,
    })
    .meta({ description: 'It is time to ask the provider what became of the order to pay.' }),
  'disbursement.succeeded': z
    .strictObject({ ...about, providerId: z.string() })
    .meta({ description: 'The provider has confirmed that the money was paid.' }),
  'disbursement.failed': z
    .strictObject({ ...about, reason: z.string() })
    .meta({ description: 'The provider has refused to pay, and no money left.' }),
  'disbursement.returned': z
    .strictObject({ ...about, reason: z.string() })
    .meta({ description: 'Money that had been paid came back.' }),
  'unmatched.received': z
    .strictObject({
      unmatchedId: z.string(),
      paymentId: z.string(),
      amount: z.int().meta({ description: 'Minor units.' }),
      currency: CurrencyCode,
      reason: UnmatchedReason,
      offerId: z.string().optional(),
      policyId: z.string().optional(),
      receivedAt: Instant,
    })
    .meta({ description: 'Money came in that fits no premium due; it is kept and shown.' }),
  'unmatched.applied': z
    .strictObject({ unmatchedId: z.string(), policyId: z.string(), at: Instant })
    .meta({ description: 'Unmatched money was applied to the policy that it belongs to.' }),
};
