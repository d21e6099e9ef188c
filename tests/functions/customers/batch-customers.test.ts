import { describe, expect, it } from 'vitest';
import { endpoint as batchCustomers } from '../../../functions/customers/batch-customers.ts';
import { endpoint as registerCustomer } from '../../../functions/customers/register-customer.ts';
import { aPerson } from '../../support/people.ts';
import { aWorld } from '../../support/world.ts';

describe('batchCustomers', () => {
  it('registers each person once, however often one stands in it under other keys', async () => {
    const world = await aWorld([registerCustomer, batchCustomers]);
    const person = (number: string) => aPerson({ identity: { type: 'passport', number } });
    const items = ['E00000001', 'E00000002', 'E00000001'].map((number, at) => ({
      ...{ operation: 'registerCustomer', idempotencyKey: `customer-${at}` },
      body: person(number),
    }));
    const { body } = await world.call('batchCustomers', { body: { items } });
    const { done, refused, results } = body as { done: number; refused: number; results: { status: number }[] };
    expect([done, refused, results[1]?.status]).toEqual([2, 1, 201]);
    const customers = world.engine.items().filter(({ pk, sk }) => String(pk).includes('#CUS#') && sk === 'STATE');
    expect(customers).toHaveLength(2);
  });
});
