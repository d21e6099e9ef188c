import { describe, expect, it } from 'vitest';
import { endpoint as getCustomer } from '../../../functions/customers/get-customer.ts';
import { endpoint as registerCustomer } from '../../../functions/customers/register-customer.ts';
import { endpoint as getPolicy } from '../../../functions/policies/get-policy.ts';
import { aPerson } from '../../support/people.ts';
import { aCustomer, aPolicy, sellingEndpoints, someOfferKeys } from '../../support/sale.ts';
import { aWorld } from '../../support/world.ts';

const aShop = () => aWorld([getCustomer, registerCustomer]);
const nobody = 'cus_00000000000000000000000000';

type World = Awaited<ReturnType<typeof aShop>>;
type WithPolicies = { included: { policies: { items: { policyId: string }[]; more: boolean } } };
const policiesOf = async (world: World) => {
  const params = { customerId: await aCustomer(world) };
  const { body } = await world.call('getCustomer', { params, query: { include: 'policies' } });
  const { items, more } = (body as WithPolicies).included.policies;
  return { ids: items.map(({ policyId }) => policyId), more };
};

describe('getCustomer', () => {
  it('hides the middle of every value from a caller without the scope for personal data', async () => {
    const world = await aShop();
    const params = { customerId: await aCustomer(world) };
    const answer = await world.call('getCustomer', { params });
    expect(answer.body).toMatchObject({
      masked: true,
      personal: { name: '王*明', identity: { number: '11**************2X' }, phone: '+8**********00' },
    });
    expect(answer.text).not.toContain('xiaoming');
  });

  it('shows all of it to a caller with that scope', async () => {
    const world = await aShop();
    const params = { customerId: await aCustomer(world) };
    const as = { scopes: ['customers:read', 'customers:personal'] };
    const { locale: _locale, ...personal } = aPerson();
    expect((await world.call('getCustomer', { params, as })).body).toMatchObject({ masked: false, personal });
  });

  it('answers a foreign id exactly like one that does not exist', async () => {
    const world = await aShop();
    const customerId = await aCustomer(world);
    const foreign = await world.call('getCustomer', { params: { customerId }, tenant: 'shop-b' });
    const missing = await world.call('getCustomer', { params: { customerId: nobody }, tenant: 'shop-b' });
    const bare = (text: string, id: string) => text.replaceAll(/req_\w+/g, 'req').replaceAll(id, 'id');
    expect(foreign.status).toBe(404);
    expect(bare(foreign.text, customerId)).toBe(bare(missing.text, nobody));
  });

  it('refuses a caller whose token lacks the scope, and one without a token', async () => {
    const world = await aShop();
    const params = { customerId: nobody };
    const poor = await world.call('getCustomer', { params, as: { scopes: ['quotes:write'] } });
    expect([poor.status, poor.body]).toMatchObject([403, { code: 'forbidden', facts: { needs: 'customers:read' } }]);
    const none = await world.call('getCustomer', { params, headers: { authorization: 'Bearer a.b.c' } });
    expect([none.status, none.body]).toMatchObject([401, { code: 'unauthenticated' }]);
  });

  it('shows the newest of the customer’s own policies, and says whether there are others', async () => {
    const world = await aWorld([...sellingEndpoints, getCustomer, getPolicy], {
      services: { offerKeys: someOfferKeys() },
    });
    const sold: unknown[] = [];
    for (let at = 0; at < 51; at += 1) {
      world.time.now = new Date(Date.UTC(2026, 10, 23, 8, at)).toISOString();
      const orderNumber = `SO-${String(at).padStart(6, '0')}`;
      sold.unshift((await aPolicy(world, 'return-freight', { risk: { orderNumber } })).policyId);
      if (at === 0 || at === 49) expect(await policiesOf(world)).toEqual({ ids: sold, more: false });
    }
    expect(await policiesOf(world)).toEqual({ ids: sold.slice(0, 50), more: true });
    const params = { customerId: await aCustomer(world) };
    const poor = await world.call('getCustomer', {
      params,
      query: { include: 'policies' },
      as: { scopes: ['customers:read'] },
    });
    expect([poor.status, poor.body]).toMatchObject([403, { facts: { needs: 'policies:read' } }]);
  });
});
