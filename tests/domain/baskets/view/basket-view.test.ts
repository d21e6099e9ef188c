import { expect, it } from 'vitest';
import { basketView } from '../../../../domain/baskets/view/basket-view.ts';
import { aDeclinedOffer, basketId, now } from '../samples.ts';

it('shows partners a basket without the keys that keep it unique', () => {
  const seen = { basketId, reference: 'cart-1', policyIds: [], optOuts: [aDeclinedOffer], decidedAt: now };
  expect(basketView({ ...seen, holds: ['declined-1'] })).toEqual(seen);
});
