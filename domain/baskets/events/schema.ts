import * as z from 'zod';
import { Basket } from '../schema.ts';

const { basketId, reference, policyIds, decidedAt } = Basket.shape;

/** The data of every event of a basket. */
export const basketEvents = {
  'basket.bound': z
    .strictObject({
      basketId,
      reference,
      customerId: Basket.shape.customerId.unwrap(),
      policyIds,
      decidedAt,
    })
    .meta({ description: 'All chosen offers of one checkout were bound together.' }),
  'basket.opted-out': z
    .strictObject({
      basketId,
      reference,
      optOuts: Basket.shape.optOuts,
      holds: Basket.shape.holds,
      decidedAt,
    })
    .meta({ description: 'What the buyer declined at a checkout was kept as evidence.' }),
};
