import { join } from 'node:path';
import * as z from 'zod';
import { journalledFile } from '../seed/journalled-file.ts';

const Metadata = z.record(z.string(), z.string());

export const PaymentIntent = z.strictObject({
  id: z.string(),
  object: z.literal('payment_intent'),
  amount: z.int(),
  amount_received: z.int(),
  currency: z.string(),
  status: z.enum(['requires_payment_method', 'requires_confirmation', 'succeeded']),
  metadata: Metadata,
  payment_method: z.string().nullable(),
  created: z.int(),
  livemode: z.literal(false),
});
export type PaymentIntent = z.infer<typeof PaymentIntent>;

export const Refund = z.strictObject({
  id: z.string(),
  object: z.literal('refund'),
  amount: z.int(),
  currency: z.string(),
  payment_intent: z.string(),
  status: z.enum(['pending', 'succeeded', 'failed']),
  failure_reason: z.string().optional(),
  metadata: Metadata,
  created: z.int(),
});
export type Refund = z.infer<typeof Refund>;

export const Payout = z.strictObject({
  id: z.string(),
  object: z.literal('payout'),
  amount: z.int(),
  currency: z.string(),
  destination: z.string(),
  status: z.enum(['pending', 'paid', 'failed']),
  failure_code: z.string().nullable(),
  metadata: Metadata,
  created: z.int(),
  livemode: z.literal(false),
});
export type Payout = z.infer<typeof Payout>;

export const ProviderEvent = z.strictObject({
  id: z.string(),
  object: z.literal('event'),
  type: z.string(),
  created: z.int(),
  livemode: z.literal(false),
  pending_webhooks: z.int(),
  data: z.strictObject({ object: z.record(z.string(), z.unknown()) }),
});
export type ProviderEvent = z.infer<typeof ProviderEvent>;

const Replay = z.strictObject({ request: z.string(), status: z.int(), body: z.string(), lost: z.boolean() });

const Book = z.strictObject({
  intents: z.record(z.string(), PaymentIntent),
  refunds: z.record(z.string(), Refund),
  payouts: z.record(z.string(), Payout),
  events: z.record(z.string(), ProviderEvent),
  /** What each idempotency key was answered, and to which request. */
  keys: z.record(z.string(), Replay),
});
export type Book = z.infer<typeof Book>;

const empty = (): Book => ({ intents: {}, refunds: {}, payouts: {}, events: {}, keys: {} });

/**
 * The simulated provider's own book, kept beside the platform's data, for a provider forgets nothing when we restart or
 * are killed.
 */
export const providerBook = (dataFolder: string) => journalledFile(join(dataFolder, 'provider.json'), Book, empty);
export type ProviderBook = Awaited<ReturnType<typeof providerBook>>;
