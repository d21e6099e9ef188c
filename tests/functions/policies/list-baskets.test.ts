import { describe, expect, it } from 'vitest';
import { aCheckout } from '../../support/baskets.ts';

describe('listBaskets', () => {
  it('lists what was taken and what was declined, the newest first', async () => {
    const { world, orders, device, body } = await aCheckout();
    await world.call('bindBasket', { body: body(await orders(1)) });
    world.time.now = '2026-11-23T08:01:00.000Z';
    const { offer } = await device();
    await world.call('recordOptOuts', { body: { reference: 'cart-2', optOuts: [{ offer }] } });
    const { items } = (await world.call('listBaskets')).body as { items: readonly { reference: string }[] };
    expect(items.map(({ reference }) => reference)).toEqual(['cart-2', 'cart-1']);
  });
});
