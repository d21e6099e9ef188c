import * as z from 'zod';
import { CurrencyCode, Instant } from '../../shared/schema.ts';
import { Period, PolicyId, PolicyTerms } from '../schema.ts';

const policyId = PolicyId;
const paymentId = z.string().meta({ description: 'The provider’s id of the payment.' });
const amount = z.int().meta({ description: 'Minor units.' });
const split = z.strictObject({ gross: z.int(), tax: z.int(), commission: z.int() });

/** The data of every event in a policy's own life. */
export const policyEvents = {
  'policy.bound': z
    .strictObject({ policyId, terms: PolicyTerms, period: Period })
    .meta({ description: 'A contract was concluded on an offer’s terms.' }),
  'policy.milestone-recorded': z
    .strictObject({ policyId, milestone: z.string(), occurredAt: Instant, period: Period })
    .meta({
      description: 'A step of the order or journey was reported, such as shipment, and the period follows from it.',
    }),
  'policy.on-risk': z.strictObject({ policyId, at: Instant }).meta({ description: 'Cover has begun.' }),
  'policy.expired': z
    .strictObject({
      policyId,
      at: Instant,
      reason: z.enum(['term-end', 'never-attached', 'benefit-exhausted']),
    })
    .meta({ description: 'Cover has ended by itself.' }),
  'policy.cancelled': z
    .strictObject({
      policyId,
      at: Instant,
      reason: z.string(),
      rule: z.string().meta({ description: 'The product’s cancellation window that applied.' }),
      refund: split.meta({ description: 'Return premium in minor units, with the tax and the commission inside it.' }),
    })
    .meta({ description: 'The policy was cancelled, with the return premium that the product’s window gives.' }),
  'premium.received': z
    .strictObject({
      policyId,
      paymentId,
      amount,
      currency: CurrencyCode,
      at: Instant.meta({ description: 'From when it counts: its receipt, or the bind if it came before.' }),
    })
    .meta({ description: 'Premium was paid for the policy.' }),
  'premium.reminder-due': z
    .strictObject({ policyId, at: Instant, payBy: Instant.meta({ description: 'Until when the premium must come.' }) })
    .meta({ description: 'The premium is still open, and it is time to remind the customer of it.' }),
  'renewal.reminder-due': z
    .strictObject({ policyId, at: Instant, endsAt: Instant.meta({ description: 'The first instant without cover.' }) })
    .meta({ description: 'Cover ends soon, and it is time to remind the customer of it.' }),
  'premium.unapplied': z
    .strictObject({ policyId, paymentId, amount, currency: CurrencyCode, reason: z.string() })
    .meta({ description: 'Money came in for the policy that is not its premium.' }),
};
