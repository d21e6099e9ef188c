import { describe, expect, it } from 'vitest';
import { cancel } from '../../support/cancellation.ts';
import { aShopOnCredit, finance } from '../../support/statements.ts';

type Shop = Awaited<ReturnType<typeof aShopOnCredit>>;

/** Appends so many records to the feed that move no debt. */
const debtless = async (shop: Shop, count: number, told: { readonly debtAt?: number }): Promise<void> => {
  const same = { aggregate: 'customer', seq: 1, hash: 'a1', types: [], dueFromPartner: 0, currency: '', ...told };
  for (let from = 0; from < count; from += 50) {
    const entries = Array.from({ length: 50 }, (_, at) => ({
      ...same,
      id: `cus_${from + at}`,
      position: from + at + 1,
      recordedAt: shop.time.now,
    }));
    await shop.platform.audit({ read: 0, write: 0 }).append('shop-a', { from, heads: [], entries });
  }
};

describe('closeStatement', () => {
  it('claims what the partner collected, less what was cancelled', async () => {
    const shop = await aShopOnCredit();
    const first = await shop.sell('SO-000001');
    await shop.sell('SO-000002');
    await cancel(shop, first);
    await shop.catchUp();
    const answer = await shop.close();
    // Two policies at 4.32 (catalogue 5.1) and one of them back: three lines, 4.32 owed.
    expect([answer.status, answer.body]).toMatchObject([
      201,
      { lines: 3, total: 432, currency: 'CNY', status: 'closed' },
    ]);
  });

  it('claims no record twice: the next statement begins where the last one ended', async () => {
    const shop = await aShopOnCredit();
    await shop.sell('SO-000001');
    await shop.catchUp();
    const one = (await shop.close()).body as { until: number };
    await shop.sell('SO-000002');
    await shop.catchUp();
    expect((await shop.close()).body).toMatchObject({ after: one.until, total: 432, lines: 1 });
  });

  it('answers a retry with the same statement, though another could be closed by then', async () => {
    const shop = await aShopOnCredit();
    await shop.sell('SO-000001');
    await shop.catchUp();
    const first = await shop.close('month-end-1');
    await shop.sell('SO-000002');
    await shop.catchUp();
    expect((await shop.close('month-end-1')).text).toBe(first.text);
  });

  it('has nothing to settle where no debt moved', async () => {
    const shop = await aShopOnCredit();
    const answer = await shop.close();
    expect([answer.status, answer.body]).toMatchObject([409, { code: 'nothing-to-settle' }]);
  });

  it('is for finance alone', async () => {
    const shop = await aShopOnCredit();
    expect((await shop.call('closeStatement', { as: { ...finance, roles: ['claims_handler'] } })).status).toBe(403);
    expect((await shop.call('closeStatement', {})).status).toBe(403);
  });

  it.each([
    ['that tell so', { debtAt: 0 }],
    ['in a feed that was begun before it told', {}],
  ])('is not held up by two thousand records that move no debt, %s', async (_what, told) => {
    const shop = await aShopOnCredit();
    await debtless(shop, 2_000, told);
    await shop.sell('SO-000001');
    await shop.catchUp();
    expect((await shop.close()).body).toMatchObject({ after: 0, lines: 1, total: 432 });
  });

  it('reads none of a long feed in which no debt has moved', async () => {
    const shop = await aShopOnCredit();
    await debtless(shop, 2_000, { debtAt: 0 });
    expect((await shop.close()).status).toBe(409);
    expect(shop.reads.feed).toBe(0);
  });

  it('reads a page and a few records to come to the next debt', async () => {
    const shop = await aShopOnCredit();
    await debtless(shop, 4_000, { debtAt: 0 });
    await shop.sell('SO-000001');
    await shop.catchUp();
    expect((await shop.close()).status).toBe(201);
    // A stride of 1,000 and two halves of what is left leave a page, and then that is read.
    expect(shop.reads.feed).toBe(3 + 1);
  });
});
