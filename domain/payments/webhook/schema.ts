import * as z from 'zod';

/**
 * What we read of a provider's event, and nothing more. It is hostile until its signature is proved, and may be wrong
 * even then; fields that we do not use are ignored, for providers add some at any time.
 */
export const ProviderEvent = z.object({
  id: z.string().regex(/^evt_[A-Za-z0-9_]{4,120}$/),
  type: z.string().max(100),
  data: z.object({ object: z.record(z.string(), z.unknown()) }),
});

/** A payment that has succeeded, as `payment_intent.succeeded` carries it. */
export const SucceededPayment = z.object({
  id: z.string().regex(/^pi_[A-Za-z0-9_]{4,120}$/),
  amount_received: z.int().min(1).max(Number.MAX_SAFE_INTEGER),
  currency: z.string().regex(/^[a-z]{3}$/),
  /** Whatever stands there, the money is kept; only an offer of ours is followed. */
  metadata: z.object({ offer_id: z.unknown().optional() }).optional(),
});

/** A refund or a payout whose outcome the provider reports later; `reference` is our disbursement's id. */
export const ReportedDisbursement = z.object({
  id: z.string().max(120),
  status: z.string().max(40),
  failure_reason: z.string().max(200).nullish(),
  failure_code: z.string().max(200).nullish(),
  metadata: z.object({ reference: z.string().max(64), policy_id: z.string().max(64) }),
});

export const WebhookReceipt = z
  .strictObject({
    received: z.literal(true).meta({ description: 'The event is durable; it need not be sent again.' }),
    outcome: z.enum(['applied', 'unapplied', 'unmatched', 'known', 'ignored']).meta({
      description: 'What became of it: `known` stood already, `ignored` is of a type that moves nothing here.',
    }),
  })
  .meta({ id: 'WebhookReceipt', description: 'What became of a provider’s event.' });
