import type { RefusalCatalogue } from '../shared/refusal.ts';

export const customerRefusals = {
  'customer-not-found': {
    kind: 'not-found',
    title: 'No such customer',
    titleZh: '客户不存在',
    happened: 'There is no customer with this id, or it belongs to another tenant.',
    remedy: 'Register the customer first with POST /v1/customers, or look them up with POST /v1/customers/find.',
    example: { customerId: 'cus_01jd8x2k7v5m3q9w4t6y8r0z1b' },
  },
  'customer-already-registered': {
    kind: 'conflict',
    title: 'The customer is already registered',
    titleZh: '客户已登记',
    happened: 'A customer with this identity document, or else with this telephone number, exists already.',
    remedy: 'Use the customer id that the problem names.',
    example: { customerId: 'cus_01jd8x2k7v5m3q9w4t6y8r0z1b' },
  },
} as const satisfies RefusalCatalogue;
