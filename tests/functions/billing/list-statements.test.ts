import { describe, expect, it } from 'vitest';
import { aShopOnCredit } from '../../support/statements.ts';

describe('listStatements', () => {
  it('shows the partner what it owes, newest first, and no other partner any of it', async () => {
    const shop = await aShopOnCredit();
    await shop.sell('SO-000001');
    await shop.catchUp();
    await shop.close();
    shop.time.now = '2026-11-24T08:00:00.000Z';
    await shop.sell('SO-000002');
    await shop.catchUp();
    await shop.close();
    const { items } = (await shop.call('listStatements')).body as { items: { closedAt: string }[] };
    expect(items.map(({ closedAt }) => closedAt)).toEqual(['2026-11-24T08:00:00.000Z', '2026-11-23T08:00:00.000Z']);
    expect((await shop.call('listStatements', { tenant: 'shop-b' })).body).toEqual({ items: [] });
  });
});
