import { describe, expect, it } from 'vitest';
import { endpoint as findCustomer } from '../../../functions/customers/find-customer.ts';
import { endpoint as registerCustomer } from '../../../functions/customers/register-customer.ts';
import { aPerson } from '../../support/people.ts';
import { aCustomer } from '../../support/sale.ts';
import { aWorld } from '../../support/world.ts';

const aShop = () => aWorld([findCustomer, registerCustomer]);

describe('findCustomer', () => {
  it('finds a person by the document, however it is typed', async () => {
    const world = await aShop();
    const customerId = await aCustomer(world);
    const found = await world.call('findCustomer', { body: { identityNumber: '110105-19491231-002x' } });
    expect([found.status, found.body]).toMatchObject([200, { customerId }]);
  });

  it('finds a person who gave no document by telephone', async () => {
    const world = await aShop();
    const { identity: _none, ...person } = aPerson();
    const registered = await world.call('registerCustomer', { body: person });
    const found = await world.call('findCustomer', { body: { phone: person.phone } });
    expect(found.body).toEqual(registered.body);
  });

  it('answers another shop as if there were nobody, and needs no idempotency key', async () => {
    const world = await aShop();
    await aCustomer(world);
    const body = { identityNumber: '11010519491231002X' };
    const foreign = await world.call('findCustomer', { body, tenant: 'shop-b', key: undefined });
    expect([foreign.status, foreign.body]).toMatchObject([404, { code: 'customer-not-found' }]);
  });

  it('asks for something to look up', async () => {
    const world = await aShop();
    const answer = await world.call('findCustomer', { body: {} });
    expect([answer.status, answer.body]).toMatchObject([422, { code: 'invalid-request' }]);
  });
});
