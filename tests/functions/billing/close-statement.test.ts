import { describe, expect, it } from 'vitest';
import { cancel } from '../../support/cancellation.ts';
import { aShopOnCredit, finance } from '../../support/statements.ts';

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

  it('is not held up by a thousand records that move no debt', async () => {
    const shop = await aShopOnCredit();
    const entry = {
      aggregate: 'customer',
      seq: 1,
      hash: 'a1',
      types: [],
      dueFromPartner: 0,
      currency: '',
      recordedAt: shop.time.now,
    };
    for (let from = 0; from < 1_000; from += 50) {
      const entries = Array.from({ length: 50 }, (_, at) => ({
        ...entry,
        id: `cus_${from + at}`,
        position: from + at + 1,
      }));
      await shop.platform.audit.append('shop-a', { from, heads: [], entries });
    }
    await shop.sell('SO-000001');
    await shop.catchUp();
    expect((await shop.close()).body).toMatchObject({ lines: 1, total: 432 });
  });
});
