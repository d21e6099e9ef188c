import { describe, expect, it } from 'vitest';
import { declineOffers, takeOffers } from '../../../domain/baskets/decide-basket.ts';
import { evolveBasket } from '../../../domain/baskets/evolve-basket.ts';
import { aDeclinedOffer, basketId, customerId, now } from './samples.ts';

const declined = { basketId, reference: 'cart-1', optOuts: [aDeclinedOffer], holds: ['declined-1'] };
const taken = { customerId, policyIds: ['pol_1', 'pol_2'] };

describe('what a buyer decides at a checkout', () => {
  it('is what was taken, and beside it what was declined', () => {
    const { events, postings, holds } = takeOffers(taken, declined, { now });
    expect(events.map(({ type }) => type)).toEqual(['basket.bound', 'basket.opted-out']);
    expect(events.reduce(evolveBasket, undefined)).toEqual({
      ...{ basketId, reference: 'cart-1', customerId, policyIds: ['pol_1', 'pol_2'] },
      ...{ optOuts: [aDeclinedOffer], holds: ['declined-1'], decidedAt: now },
    });
    expect([postings, holds]).toEqual([[], ['declined-1']]);
  });

  it('says nothing of declined offers where none was', () => {
    const { events } = takeOffers(taken, { ...declined, optOuts: [], holds: [] }, { now });
    expect(events.map(({ type }) => type)).toEqual(['basket.bound']);
  });

  it('may be to decline everything, and then nobody is named', () => {
    const basket = declineOffers(declined, { now }).events.reduce(evolveBasket, undefined);
    expect(basket).toEqual({ ...declined, policyIds: [], decidedAt: now });
  });
});
