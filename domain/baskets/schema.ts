import * as z from 'zod';
import { CustomerId } from '../customers/schema.ts';
import { OfferId, PolicyId } from '../policies/schema.ts';
import { type Fact, Instant, idOf, Money } from '../shared/schema.ts';

export const BasketId = idOf('bsk', 'What a buyer decided about the offers of one checkout.');

/** An offer that was shown and declined, as evidence of what the buyer was offered and did not want. */
export const OptOut = z
  .strictObject({
    offerId: OfferId,
    productId: z.string(),
    productVersion: z.int(),
    premium: Money.meta({ description: 'What it would have cost.' }),
    disclosures: z
      .array(z.strictObject({ code: z.string(), contentHash: z.string() }))
      .meta({ description: 'The texts that came with the offer, by the hash of their content.' }),
    quotedAt: Instant,
  })
  .meta({ id: 'OptOut', description: 'An offer that the buyer declined.' });
export type OptOut = Fact<z.infer<typeof OptOut>>;

/** What partners see of a basket. */
export const BasketView = z
  .strictObject({
    basketId: BasketId,
    reference: z.string().meta({ description: 'Your own number for the sale.', example: 'checkout-7f3a9c' }),
    customerId: CustomerId.optional().meta({ description: 'Whose policies they are; absent where nothing was bound.' }),
    policyIds: z.array(PolicyId).meta({ description: 'What was bound, in the order of the items.' }),
    optOuts: z.array(OptOut).meta({ description: 'What was declined.' }),
    decidedAt: Instant.meta({ description: 'When the buyer decided.' }),
  })
  .meta({ id: 'Basket', description: 'What a buyer took and declined at one checkout.' });

export const Basket = BasketView.extend({
  /** The unique keys under which each of its declined offers is declined once. */
  holds: z.array(z.string()),
});
export type Basket = Fact<z.infer<typeof Basket>>;
export type BasketView = Fact<z.infer<typeof BasketView>>;
