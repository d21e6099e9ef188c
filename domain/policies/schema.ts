import * as z from 'zod';
import { CustomerId } from '../customers/schema.ts';
import { CurrencyCode, type Fact, Instant, idOf } from '../shared/schema.ts';

export const PolicyId = idOf('pol', 'The policy.');
export const OfferId = idOf('off', 'The offer that was bound.');

/**
 * Who collects the premium: a payment provider's webhook tells us, or the partner takes it at checkout on credit
 * terms.
 */
export const Collection = z.enum(['provider', 'partner']).meta({
  description: '`provider`: paid through the payment provider; `partner`: collected at checkout and settled later.',
});

export type ObjectValue = string | number | boolean;

/** Inputs that priced the cover and identify nobody. */
export const ObjectFacts = z
  .record(z.string(), z.union([z.string(), z.number(), z.boolean()]))
  .meta({ description: 'What was insured, without anything that identifies a person or a thing.' });

/** What the contract fixes at its conclusion. It stands in the first record and never changes. */
export const PolicyTerms = z.strictObject({
  offerId: OfferId,
  productId: z.string(),
  productVersion: z.int(),
  customerId: CustomerId,
  /** The partner's own number for the order. */
  reference: z.string(),
  object: ObjectFacts,
  /** Keyed hashes of what identifies the object (order, device, flight and passenger), by field. */
  objectHashes: z.record(z.string(), z.string()),
  /** The identifying inputs themselves, as JWE under the customer's key. */
  sealedObject: z.string(),
  /** Unique business keys that this policy holds while it lives. */
  holds: z.array(z.string()),
  premium: z.strictObject({ gross: z.int(), tax: z.int(), commission: z.int() }),
  currency: CurrencyCode,
  zone: z.string(),
  collection: Collection,
  acknowledged: z.array(z.strictObject({ code: z.string(), contentHash: z.string() })),
  boundAt: Instant,
  /** Until when the premium must have come, where a provider collects it. */
  payBy: Instant,
  /** When the customer is reminded of the premium and of the end of the term, where the product does so. */
  remindAt: z.strictObject({ premium: Instant.optional(), renewal: Instant.optional() }).optional(),
});
export type PolicyTerms = Fact<z.infer<typeof PolicyTerms>>;

/** A half-open interval `[from, to)`; the local times say what the contract says, the instants when it happens. */
export const Period = z.strictObject({
  from: Instant.optional().meta({ description: 'First instant of cover; absent until the event that begins it.' }),
  to: Instant.optional().meta({ description: 'First instant after cover; absent until it is known.' }),
});
export type Period = Fact<z.infer<typeof Period>>;

export const PolicyStatus = z
  .enum(['pending', 'on-risk', 'expired', 'cancelled'])
  .meta({ description: 'Main status of the policy.' });
export type PolicyStatus = z.infer<typeof PolicyStatus>;

export const PremiumStatus = z
  .enum(['open', 'paid', 'credit', 'void', 'refunding', 'refunded'])
  .meta({ description: '`credit`: collected by the partner and owed to the insurer.' });

export const DisbursementStatus = z.enum(['requested', 'submitted', 'unknown', 'succeeded', 'failed', 'returned']);

/** Money that leaves through the provider: a refund of premium or the payout of a claim. */
export type Disbursement = {
  readonly disbursementId: string;
  readonly kind: 'refund' | 'payout';
  readonly status: z.infer<typeof DisbursementStatus>;
  readonly amount: number;
  readonly claimId?: string;
  readonly paymentId?: string;
  readonly attempts: number;
  /** When somebody looks again, while the outcome is open. */
  readonly checkAt?: string;
};

/** A claim as its policy sees it, for limits and for what is open. */
export type ClaimSummary = {
  readonly claimId: string;
  readonly coverage: string;
  readonly status: string;
  /** Minor units approved, counted against limits until reversed. */
  readonly approved: number;
  readonly reserve: number;
  /** When the facts are asked for again, while a decision waits for them. */
  readonly lookAt?: string;
};

/** What a customer is reminded of. */
export type Reminder = 'premium' | 'renewal';

export type Policy = {
  readonly policyId: string;
  readonly terms: PolicyTerms;
  readonly status: PolicyStatus;
  readonly period: Period;
  /** Events of the insured's world by code, with the instant at which they happened. */
  readonly milestones: Readonly<Record<string, string>>;
  readonly premium: z.infer<typeof PremiumStatus>;
  /** From when the premium counts as paid; cover never begins before. */
  readonly paidAt?: string;
  /** Payments by the provider's id; their amounts in minor units. */
  readonly payments: Readonly<Record<string, number>>;
  readonly disbursements: readonly Disbursement[];
  readonly claims: readonly ClaimSummary[];
  /** The policy's own sub-ledger: balance per account in minor units of the policy's currency. */
  readonly balances: Readonly<Record<string, number>>;
  readonly cancelled?: { readonly at: string; readonly reason: string };
  /** The reminders that were given: each is given once. */
  readonly reminded?: readonly Reminder[];
};
