import * as z from 'zod';
import { Decimal, Field, Name } from '../shared/form/schema.ts';
import { CurrencyCode, LocalizedText } from '../shared/schema.ts';
import { ClaimRules } from './claim-rules/schema.ts';
import { Code, ProductId } from './code/schema.ts';
import { Coverage, Exclusion, Indemnity } from './coverage/schema.ts';
import { ProductMessages } from './messages/schema.ts';
import { Rating } from './rating/schema.ts';
import { CancellationWindow, Disclosure, EligibilityRule, Period, Waiting } from './terms/schema.ts';

export const ProductStatus = z
  .enum(['active', 'suspended', 'withdrawn'])
  .meta({ id: 'ProductStatus', description: 'Only an active product is sold; policies in force stay as they are.' });
export type ProductStatus = z.infer<typeof ProductStatus>;

/** An input that follows from an answer and the moment of the quote. */
export const DerivedInput = z
  .strictObject({
    name: Name,
    from: Name.describe('The answer that it follows from.'),
    take: z
      .enum(['days-since', 'days-until', 'minutes-until', 'month', 'hour', 'date'])
      .describe('Month, hour and date are those of the local part that the moment was written with.'),
  })
  .meta({ id: 'DerivedInput', description: 'An input that follows from an answer.' });

/** Something that only one policy at a time may insure: an order, a device, a passenger on a flight. */
export const UniqueRule = z
  .array(Name)
  .min(1)
  .meta({ id: 'UniqueRule', description: 'Inputs that together name one insured thing.' });

/** One reviewed version of a product: the whole contract as data (design 7, catalogue). Money is in minor units. */
export const ProductVersion = z
  .strictObject({
    productId: ProductId,
    version: z.int().positive().describe('Counts up; policies stay on the version that they were bound on.'),
    status: ProductStatus,
    name: LocalizedText,
    summary: LocalizedText,
    currency: CurrencyCode,
    zone: z.string().min(1).describe('IANA zone of all local dates.').meta({ example: 'Asia/Shanghai' }),
    filing: z
      .strictObject({
        number: z.string().min(1).describe('Filing number with the regulator.'),
        minimum: z.int().positive().describe('Lowest premium filed.'),
        maximum: z.int().positive().describe('Highest premium filed.'),
      })
      .describe('A price outside the filed band is refused (SALES Art 30, rules 2.3 P-04).'),
    insuredObject: z.array(Field).min(1).describe('What is asked about the insured object.'),
    options: z.array(Field).optional().describe('What the buyer chooses.'),
    derived: z.array(DerivedInput).optional().describe('In order; none follows from another.'),
    uniqueBy: UniqueRule,
    eligibility: z.array(EligibilityRule),
    tables: z.record(Name, z.record(z.string(), Decimal)).describe('Factors, and amounts in minor units, by key.'),
    rating: Rating,
    tax: z
      .strictObject({ code: Code, rate: Decimal })
      .describe('Included in the price: gross x rate / (1 + rate) (rules 2.3 P-06).'),
    commission: z
      .strictObject({
        rate: Decimal.describe('Of the premium without tax.'),
        clawback: z
          .enum(['full', 'pro-rata', 'with-refund'])
          .describe('Returned on cancellation: all, the unearned days, or the share of the premium refunded.'),
      })
      .describe('What the partner earns (rules 2.8).'),
    offerMinutes: z.int().positive().describe('How long an offer stands.'),
    payWithinHours: z.int().positive().describe('How long the premium may stay unpaid.'),
    period: Period,
    waiting: Waiting.optional(),
    cancellation: z.array(CancellationWindow).min(1).describe('In order; the first open window decides.'),
    indemnity: Indemnity.optional().describe('For coverages that pay the loss itself.'),
    coverages: z.array(Coverage).min(1).describe('What is insured.'),
    exclusions: z.array(Exclusion).min(1).describe('What is not.'),
    disclosures: z.array(Disclosure).min(1).describe('What the buyer is told, in order.'),
  })
  .meta({ id: 'ProductVersion', description: 'One reviewed version of a product.' });
export type ProductVersion = z.infer<typeof ProductVersion>;

/** A whole product document as it is uploaded and reviewed: what is sold, how claims are decided, what is written. */
export const ProductDocument = z
  .strictObject({ product: ProductVersion, claims: ClaimRules, messages: ProductMessages })
  .meta({
    id: 'ProductDocument',
    description: 'What is sold, how claims on it are decided, and what its customers are written.',
  });
export type ProductDocument = z.infer<typeof ProductDocument>;

/** Something wrong with a document, and where it lies in it. */
export type DocumentError = { readonly path: string; readonly message: string };

export type { ClaimRules, CoverageClaims } from './claim-rules/schema.ts';
export type { Coverage } from './coverage/schema.ts';
