import { describe, expect, it } from 'vitest';
import { aCheckout } from '../../support/baskets.ts';

describe('getBasket', () => {
  it('answers what was decided to its own shop, and to no other', async () => {
    const { world, orders, body } = await aCheckout();
    const bound = await world.call('bindBasket', { body: body(await orders(1)) });
    const { basketId, policyIds } = bound.body as { basketId: string; policyIds: string[] };
    const mine = await world.call('getBasket', { params: { basketId } });
    expect([mine.status, mine.body]).toMatchObject([200, { basketId, policyIds, optOuts: [] }]);
    const theirs = await world.call('getBasket', { params: { basketId }, tenant: 'shop-b' });
    expect([theirs.status, theirs.body]).toMatchObject([404, { code: 'basket-not-found' }]);
  });
});
