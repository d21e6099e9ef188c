import type { BasketEvent } from './events.ts';
import type { Basket } from './schema.ts';

const begun = ({ basketId, reference, decidedAt }: BasketEvent['data']): Basket => ({
  basketId,
  reference,
  policyIds: [],
  optOuts: [],
  holds: [],
  decidedAt,
});

/** Folds one event into a basket, which begins with either: a buyer may decline everything. */
export const evolveBasket = (before: Basket | undefined, event: BasketEvent): Basket => {
  const basket = before ?? begun(event.data);
  if (event.type === 'basket.opted-out') {
    const { optOuts, holds } = event.data;
    return { ...basket, optOuts: [...basket.optOuts, ...optOuts], holds: [...basket.holds, ...holds] };
  }
  const { customerId, policyIds } = event.data;
  return { ...basket, customerId, policyIds: [...basket.policyIds, ...policyIds] };
};
