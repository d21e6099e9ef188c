import { describe, expect, it } from 'vitest';
import { aCheckout } from '../../support/baskets.ts';

type Page = { readonly items: readonly { readonly basketId: string }[]; readonly next?: string };
const basketIds = ({ body }: { readonly body: unknown }) => (body as Page).items.map(({ basketId }) => basketId);

/** One checkout with something bound, then one where all is declined, and the same again with something bound. */
const aMorning = async () => {
  const { world, orders, device, body } = await aCheckout();
  const idOf = async (minute: number, operation: string, asked: object): Promise<string> => {
    world.time.now = `2026-11-23T08:0${minute}:00.000Z`;
    const { basketId } = (await world.call(operation, { body: asked })).body as { basketId: string };
    return basketId;
  };
  const [one, other] = await orders(2);
  if (one === undefined || other === undefined) throw new Error();
  const { offer } = await device();
  const taken = body([], { items: [{ ...one, reference: 'cart-1/line-1' }] });
  const ids = {
    bound: await idOf(0, 'bindBasket', taken),
    declined: await idOf(1, 'recordOptOuts', { reference: 'cart-2', optOuts: [{ offer }] }),
    again: await idOf(2, 'bindBasket', body([other], { reference: 'cart-2' })),
  };
  const page = async (query: Readonly<Record<string, string>>, tenant = 'shop-a') =>
    basketIds(await world.call('listBaskets', { query, tenant }));
  return { world, ids, page, customerId: taken.customerId };
};

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

  it('finds a checkout by its number, whether something was bound in it or all of it declined', async () => {
    const { page, ids } = await aMorning();
    expect(await page({ reference: 'cart-1' })).toEqual([ids.bound]);
    expect(await page({ reference: 'cart-2' })).toEqual([ids.again, ids.declined]);
    expect(await page({ reference: 'cart-3' })).toEqual([]);
    expect(await page({ reference: 'cart-2', createdTo: '2026-11-23T08:02:00.000Z' })).toEqual([ids.declined]);
  });

  it('finds what a customer decided; a checkout where nothing was bound is nobody’s', async () => {
    const { page, ids, customerId } = await aMorning();
    expect(await page({ customerId })).toEqual([ids.again, ids.bound]);
    expect(await page({ customerId, reference: 'cart-2' })).toEqual([ids.again]);
    expect(await page({ customerId: `cus_${'0'.repeat(26)}` })).toEqual([]);
  });

  it('shows nothing of another shop, and no item’s own number as that of the checkout', async () => {
    const { page } = await aMorning();
    expect(await page({ reference: 'cart-1' }, 'shop-b')).toEqual([]);
    expect(await page({ reference: 'cart-1/line-1' })).toEqual([]);
  });

  it('goes on page by page under its own filter alone', async () => {
    const { world, ids } = await aMorning();
    const query = { reference: 'cart-2', limit: '1' };
    const first = (await world.call('listBaskets', { query })).body as Page;
    const under = (change: object) =>
      world.call('listBaskets', { query: { ...query, cursor: first.next ?? '', ...change } });
    expect(basketIds(await under({}))).toEqual([ids.declined]);
    expect((await under({ reference: 'cart-1' })).body).toMatchObject({ errors: [{ pointer: '/query/cursor' }] });
  });
});
