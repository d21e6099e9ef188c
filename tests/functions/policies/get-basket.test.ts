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

  it('shows the policies beside it, as each is by now, where they are asked for', async () => {
    const { world, orders, device, body } = await aCheckout();
    const bound = await world.call('bindBasket', { body: body(await orders(3)) });
    const { basketId, policyIds } = bound.body as { basketId: string; policyIds: string[] };
    const query = { include: 'policies' };
    const { body: shown } = await world.call('getBasket', { params: { basketId }, query });
    const { included, ...basket } = shown as { included: { policies: unknown[] } };
    expect(basket).toEqual((await world.call('getBasket', { params: { basketId } })).body);
    const alone = policyIds.map((policyId) => world.call('getPolicy', { params: { policyId } }));
    expect(included.policies).toEqual((await Promise.all(alone)).map((answer) => answer.body));

    const { offer } = await device();
    const declined = await world.call('recordOptOuts', { body: { reference: 'cart-2', optOuts: [{ offer }] } });
    const params = { basketId: (declined.body as { basketId: string }).basketId };
    expect((await world.call('getBasket', { params, query })).body).toMatchObject({ included: { policies: [] } });
    const wrong = await world.call('getBasket', { params, query: { include: 'customer' } });
    expect([wrong.status, wrong.body]).toMatchObject([422, { errors: [{ pointer: '/query/include' }] }]);
  });
});
