import { describe, expect, it } from 'vitest';
import { evolveCustomer } from '../../../domain/customers/evolve.ts';

describe('evolveCustomer', () => {
  it('is what the registration said', () => {
    const data = {
      customerId: 'cus_1',
      locale: 'en',
      personal: 'jwe',
      registeredAt: '2026-11-23T08:00:00.000Z',
    } as const;
    expect(evolveCustomer(undefined, { type: 'customer.registered', data })).toEqual(data);
  });
});
