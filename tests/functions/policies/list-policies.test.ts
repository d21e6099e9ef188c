import { describe, expect, it } from 'vitest';
import { endpoint as listPolicies } from '../../../functions/policies/list-policies.ts';
import { aPolicy, sellingEndpoints, someOfferKeys } from '../../support/sale.ts';
import { aWorld } from '../../support/world.ts';

const aShop = () => aWorld([...sellingEndpoints, listPolicies], { services: { offerKeys: someOfferKeys() } });
type Page = { items: { policyId: string }[]; next?: string };

describe('listPolicies', () => {
  it('goes through all policies once, newest first, while new ones are sold', async () => {
    const world = await aShop();
    const sold: string[] = [];
    for (let minute = 0; minute < 5; minute += 1) {
      world.time.now = `2026-11-23T08:0${minute}:00.000Z`;
      sold.unshift((await aPolicy(world, 'return-freight', { risk: { orderNumber: `SO-00000${minute}` } })).policyId);
    }
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const query = { limit: '2', ...(cursor !== undefined && { cursor }) };
      const page = (await world.call('listPolicies', { query })).body as Page;
      seen.push(...page.items.map(({ policyId }) => policyId));
      cursor = page.next;
      world.time.now = '2026-11-23T09:00:00.000Z';
      await aPolicy(world, 'return-freight', { risk: { orderNumber: `SO-1${seen.length}0000` } });
    } while (cursor !== undefined);
    expect(seen).toEqual(sold);
  });

  it('shows a shop its own policies only', async () => {
    const world = await aShop();
    await aPolicy(world, 'return-freight');
    expect((await world.call('listPolicies', { tenant: 'shop-b' })).body).toEqual({ items: [] });
  });

  it('refuses a page size that it does not serve', async () => {
    const world = await aShop();
    for (const limit of ['0', '51', 'many']) {
      const answer = await world.call('listPolicies', { query: { limit } });
      expect([answer.status, answer.body]).toMatchObject([422, { errors: [{ pointer: '/query/limit' }] }]);
    }
  });
});
