import * as z from 'zod';
import { ProductId } from '../products/code/schema.ts';
import { CurrencyCode, Instant, idOf, LocalizedText, Money } from '../shared/schema.ts';
import { toldApart } from './told-apart.ts';

/** The partner's own name for a line of the basket, repeated in the answer. */
const ItemId = z
  .string()
  .regex(/^[\w.:-]{1,64}$/)
  .meta({ description: "The partner's name for the item.", example: 'line-1' });

const Answers = z
  .record(z.string().max(64), z.union([z.string().max(200), z.number(), z.boolean()]))
  .meta({ description: 'Answers to a form of the product, by field.', example: { region: 'T1' } });

export const QuoteItem = z
  .strictObject({
    itemId: ItemId,
    productId: ProductId,
    insuredObject: Answers.describe('What is insured: the fields of `insuredObject` of the product.'),
    options: Answers.optional().describe('What the buyer chose: the fields of `options` of the product.'),
  })
  .meta({ id: 'QuoteItem', description: 'One thing to insure.' });
export type QuoteItem = z.infer<typeof QuoteItem>;

/** A basket: each item is offered or declined on its own. */
export const QuoteRequest = z
  .strictObject({
    items: z.array(QuoteItem).min(1).max(16).refine(toldApart, 'two items have the same id').describe('1 to 16 items.'),
  })
  .meta({ id: 'QuoteRequest', description: 'A basket to quote.' });
export type QuoteRequest = z.infer<typeof QuoteRequest>;

/** How a premium was worked out, in the order of the tariff; people can read along, and it can be recomputed. */
export const Worksheet = z
  .strictObject({
    steps: z
      .array(
        z.strictObject({
          step: z.string().describe('The step of the tariff.'),
          input: z.string().optional().describe('The input that chose the factor.'),
          factor: z.string().describe('The factor, or the divisor, as a decimal.'),
          running: z.string().describe('What has been reached, in minor units; shown with at most six decimals.'),
        }),
      )
      .describe('Every factor, in order.'),
    rounded: z.int().describe('Rounded half-even once, minor units, tax included.'),
    bound: z.enum(['minimum', 'maximum']).optional().describe('Which limit of the tariff replaced it, if one did.'),
  })
  .meta({ id: 'Worksheet', description: 'How a premium was worked out.' });
export type Worksheet = z.infer<typeof Worksheet>;

export const OfferedCoverage = z
  .strictObject({
    code: z.string().describe('The coverage.'),
    name: LocalizedText,
    benefits: z
      .array(
        z.strictObject({
          code: z.string().describe('`agreed`, `per-claim`, `cancelled` or `delay-<minutes>`.'),
          amount: z.int().describe('Most that is paid, minor units.'),
        }),
      )
      .describe('What it pays.'),
    deductible: z
      .strictObject({
        rate: z.string().describe('Share of the loss.'),
        min: z.int().describe('Minor units.'),
        max: z.int().describe('Minor units.'),
      })
      .optional()
      .describe('What the insured bears of a loss.'),
    claimsPerTerm: z.int().optional().describe('Most paid claims in one term.'),
  })
  .meta({ id: 'OfferedCoverage', description: 'What is insured, and up to how much.' });
export type OfferedCoverage = z.infer<typeof OfferedCoverage>;

export const OfferedDisclosure = z
  .strictObject({
    code: z.string().describe('Which disclosure.'),
    title: LocalizedText,
    contentHash: z.string().describe('SHA-256 of the text shown, base64url; consent at the bind names it.'),
    required: z.boolean().describe('Without consent nothing is bound; otherwise it is off until turned on.'),
  })
  .meta({ id: 'OfferedDisclosure', description: 'A text to show, and to have acknowledged on its own.' });
export type OfferedDisclosure = z.infer<typeof OfferedDisclosure>;

const OfferId = idOf('off', 'The offer.');

export const Offer = z
  .strictObject({
    offerId: OfferId,
    productId: ProductId,
    productVersion: z.int().describe('The version that the policy will stay on.'),
    premium: z
      .strictObject({ gross: Money.describe('What the buyer pays.'), tax: Money.describe('The tax inside it.') })
      .describe('The price, tax included.'),
    commission: Money.describe('What the partner earns; not for the buyer to see.'),
    worksheet: Worksheet,
    coverages: z.array(OfferedCoverage).describe('What is insured.'),
    period: LocalizedText.describe('When cover begins and ends, in words.'),
    disclosures: z.array(OfferedDisclosure).describe('What the buyer has to be shown, in order.'),
    expiresAt: Instant.describe('From this instant on the offer is refused.'),
    token: z.string().max(1536).describe('The signed offer; send it back unchanged to bind.'),
  })
  .meta({ id: 'Offer', description: 'A price that stands until it expires.' });
export type Offer = z.infer<typeof Offer>;

const Reason = z.strictObject({
  code: z.string().describe('A stable code, such as `device-too-old`.'),
  text: LocalizedText,
});
export type Reason = z.infer<typeof Reason>;

export const QuoteResult = z
  .discriminatedUnion('outcome', [
    z.strictObject({ itemId: ItemId, outcome: z.literal('offered').describe('There is a price.'), offer: Offer }),
    z.strictObject({
      itemId: ItemId,
      outcome: z.literal('declined').describe('This risk is not insured.'),
      reasons: z.array(Reason).min(1).describe('All reasons that apply.'),
    }),
  ])
  .meta({ id: 'QuoteResult', description: 'What became of one item.' });

/** The answer to a quote request: one result for each item, in the order of the basket. */
export const QuoteResponse = z
  .strictObject({ items: z.array(QuoteResult).describe('One for each item, in order.') })
  .meta({ id: 'QuoteResponse', description: 'Offers, and reasons where there is none.' });

/**
 * What the token of an offer carries and signs. Keys are short because the whole token may weigh 1.5 kB. Personal and
 * identifying answers are there as keyed hashes only: enough to notice another device, not enough to learn of one.
 */
export const OfferTerms = z
  .strictObject({
    v: z.literal(1).describe('Form of the token.'),
    o: OfferId,
    t: z.string().describe('Tenant.'),
    p: ProductId,
    n: z.int().describe('Product version.'),
    i: Answers.describe('Answers that are neither personal nor identifying.'),
    h: z.record(z.string(), z.string()).describe('Keyed hashes of the other answers.'),
    a: z.int().describe('Premium, minor units, tax included.'),
    c: CurrencyCode,
    q: Instant.describe('Quoted at.'),
    x: Instant.describe('Expires at.'),
  })
  .describe('What the token of an offer carries.');
export type OfferTerms = z.infer<typeof OfferTerms>;
