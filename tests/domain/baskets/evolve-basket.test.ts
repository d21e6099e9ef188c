import { describe, expect, it } from 'vitest';
import type { BasketEvent } from '../../../domain/baskets/events.ts';
import { evolveBasket } from '../../../domain/baskets/evolve-basket.ts';
import { aDeclinedOffer, basketId, customerId, now } from './samples.ts';

const common = { basketId, reference: 'cart-1', decidedAt: now };
const bound: BasketEvent = { type: 'basket.bound', data: { ...common, customerId, policyIds: ['pol_1'] } };
const optedOut: BasketEvent = {
  type: 'basket.opted-out',
  data: { ...common, optOuts: [aDeclinedOffer], holds: ['declined-1'] },
};

describe('a basket', () => {
  it('is the same in whichever order its two halves are told', () => {
    const one = [bound, optedOut].reduce(evolveBasket, undefined);
    expect([optedOut, bound].reduce(evolveBasket, undefined)).toEqual(one);
    expect(one).toMatchObject({ policyIds: ['pol_1'], optOuts: [aDeclinedOffer], customerId });
  });
});
