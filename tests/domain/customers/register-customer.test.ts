import { describe, expect, it } from 'vitest';
import { registerCustomer } from '../../../domain/customers/register-customer.ts';

const now = '2026-11-23T08:00:00.000Z';
const registration = { customerId: 'cus_1', locale: 'zh-CN', personal: 'jwe', lookups: ['hash'] } as const;

describe('registerCustomer', () => {
  it('registers a new person and holds the hash that finds them again', () => {
    expect(registerCustomer([undefined], registration, { now })).toEqual({
      ok: true,
      value: {
        events: [
          {
            type: 'customer.registered',
            data: { customerId: 'cus_1', locale: 'zh-CN', personal: 'jwe', registeredAt: now },
          },
        ],
        postings: [],
        holds: ['hash'],
      },
    });
  });

  it('names the customer that the person is already', () => {
    expect(registerCustomer(['cus_0'], registration, { now })).toMatchObject({
      code: 'customer-already-registered',
      facts: { customerId: 'cus_0' },
    });
  });
});
