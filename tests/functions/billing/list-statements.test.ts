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

  it('is narrowed by status and by time', async () => {
    const shop = await aShopOnCredit();
    for (const [at, day] of ['23', '24'].entries()) {
      shop.time.now = `2026-11-${day}T08:00:00.000Z`;
      await shop.sell(`SO-00000${at}`);
      await shop.catchUp();
      await shop.close();
    }
    const closed = async (query: Readonly<Record<string, string>>) => {
      const { body } = await shop.call('listStatements', { query });
      return (body as { items: { closedAt: string }[] }).items.map(({ closedAt }) => closedAt.slice(8, 10));
    };
    expect(await closed({ status: 'closed' })).toEqual(['24', '23']);
    expect(await closed({ status: 'settled' })).toEqual([]);
    expect(await closed({ createdFrom: '2026-11-24T08:00:00Z' })).toEqual(['24']);
    expect(await closed({ createdTo: '2026-11-24T08:00:00Z', status: 'closed' })).toEqual(['23']);
  });
});
