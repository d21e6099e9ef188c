import { describe, expect, it } from 'vitest';
import { endpoint as getCustomer } from '../../../functions/customers/get-customer.ts';
import { endpoint as registerCustomer } from '../../../functions/customers/register-customer.ts';
import { aPerson } from '../../support/people.ts';
import { aCustomer } from '../../support/sale.ts';
import { aWorld } from '../../support/world.ts';

const aShop = () => aWorld([getCustomer, registerCustomer]);
const nobody = 'cus_00000000000000000000000000';

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
});
