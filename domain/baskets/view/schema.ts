import * as z from 'zod';
import { BindPolicy, PolicyView } from '../../policies/view/schema.ts';
import { offeredOnce, takenOrDeclined } from '../checks.ts';
import { BasketId, BasketView } from '../schema.ts';

const { customerId, reference, collection, offer, identity, acknowledged } = BindPolicy.shape;

const Declined = z
  .strictObject({ offer: offer.meta({ description: 'The signed token of the offer that was shown and declined.' }) })
  .meta({ id: 'DeclinedOffer', description: 'An offer that the buyer does not want.' });

/** The buyer's whole decision at one checkout. */
export const BindBasket = z
  .strictObject({
    customerId,
    reference,
    collection,
    items: z
      .array(
        z.strictObject({
          offer,
          identity,
          acknowledged,
          reference: reference
            .optional()
            .meta({ description: 'Your own number of this item; the basket’s if absent.' }),
        }),
      )
      .min(1)
      .max(16)
      .refine(offeredOnce, 'The same offer stands twice.')
      .meta({ description: 'What is bound: all of it, or nothing.' }),
    optOuts: z
      .array(Declined)
      .max(16)
      .refine(offeredOnce, 'The same offer stands twice.')
      .optional()
      .meta({ description: 'What was offered beside it and declined; kept as evidence.' }),
  })
  .refine(takenOrDeclined, { error: 'An offer is taken and declined at once.', path: ['optOuts'] })
  .meta({ id: 'BindBasket', description: 'The buyer accepts some offers of a basket, and declines others.' });

export const RecordOptOuts = z
  .strictObject({
    reference,
    optOuts: z
      .array(Declined)
      .min(1)
      .max(16)
      .refine(offeredOnce, 'The same offer stands twice.')
      .meta({ description: 'Every offer that was shown and declined.' }),
  })
  .meta({ id: 'RecordOptOuts', description: 'The buyer declines everything that was offered.' });

export const BoundBasket = BasketView.extend({
  policies: z.array(PolicyView).meta({ description: 'The policies, in the order of the items.' }),
}).meta({ id: 'BoundBasket', description: 'A basket as it was just bound, with its policies.' });

export const BasketDetail = BasketView.extend({
  included: z
    .strictObject({ policies: z.array(PolicyView).optional() })
    .optional()
    .meta({ description: 'What `include` asked for: the policies as they are now, in the order of `policyIds`.' }),
}).meta({ id: 'BasketDetail', description: 'A basket, and what was asked to be shown beside it.' });

export const BasketParams = z.strictObject({ basketId: BasketId });

export const BasketPage = z
  .strictObject({
    items: z.array(BasketView),
    next: z.string().optional().meta({ description: 'Cursor of the next page; absent on the last one.' }),
  })
  .meta({ id: 'BasketPage', description: 'A page of baskets, newest first.' });
