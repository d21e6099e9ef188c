import * as z from 'zod';
import { customerRefusals } from '../../domain/customers/refusals.ts';
import {
  CustomerDetail,
  CustomerId,
  CustomerView,
  FindCustomer,
  RegisterCustomer,
} from '../../domain/customers/schema.ts';
import { PolicyView } from '../../domain/policies/view/schema.ts';
import { pick } from '../../domain/shared/refusal.ts';
import { batchContract } from '../_kit/batch/contract.ts';
import { capability } from '../_kit/contract.ts';
import { including } from '../_kit/page-query.ts';

const related = { policies: 'policies:read' } as const;
const params = z.strictObject({ customerId: CustomerId });

const Policies = z
  .strictObject({
    items: z.array(PolicyView).meta({ description: 'The newest policies, at most 50.' }),
    more: z.boolean().meta({ description: 'Whether there are others: list policies by `customerId`.' }),
  })
  .meta({ description: 'The policies of the customer, newest first.' });

const CustomerWithPolicies = CustomerDetail.extend({
  included: z.strictObject({ policies: Policies }).optional().meta({ description: 'What `include` asked for.' }),
}).meta({ id: 'CustomerWithPolicies', description: 'A customer, and what was asked to be shown beside it.' });

export const customers = capability('customers', {
  endpoints: {
    batchCustomers: batchContract(
      { capability: 'customers', name: 'CustomerBatch', summary: 'Register many customers in one call' },
      ['registerCustomer'],
    ),
    registerCustomer: {
      method: 'POST',
      path: '/customers',
      summary: 'Register a customer',
      description:
        'Keeps a person once. The data are encrypted under a key of that person; everything else in the platform carries the customer id alone.',
      caller: 'partner',
      scope: 'customers:write',
      body: RegisterCustomer,
      response: CustomerView,
      success: 201,
      object: 'customer',
      refusals: pick(customerRefusals, 'customer-already-registered'),
      reads: ['customer'],
      writes: ['customer'],
      emits: ['customer.registered'],
      unique: true,
      uses: [],
      ifBroken: 'Shops cannot register new buyers, so nobody new can be insured.',
      promise: 'partners-can-sell',
    },
    findCustomer: {
      method: 'POST',
      path: '/customers/find',
      summary: 'Find a customer by identity number, or by the telephone of one who gave no document',
      description: 'Compares keyed hashes; nothing is written and nothing that was sent is kept.',
      caller: 'partner',
      scope: 'customers:read',
      body: FindCustomer,
      response: CustomerView,
      success: 200,
      refusals: pick(customerRefusals, 'customer-not-found'),
      reads: ['customer'],
      writes: [],
      emits: [],
      unique: true,
      uses: [],
      ifBroken: 'Shops cannot recognise returning buyers and ask them for their data again.',
      promise: 'partners-can-sell',
    },
    getCustomer: {
      method: 'GET',
      path: '/customers/{customerId}',
      summary: 'Get a customer',
      description: 'Personal data are masked unless the caller holds `customers:personal`.',
      caller: 'partner',
      scope: 'customers:read',
      params,
      query: z.strictObject(including(related)),
      includes: related,
      response: CustomerWithPolicies,
      success: 200,
      object: 'customer',
      masks: true,
      refusals: pick(customerRefusals, 'customer-not-found'),
      reads: ['customer', 'vault', 'policy'],
      writes: [],
      emits: [],
      lists: ['byCustomer'],
      uses: [],
      ifBroken: 'Service staff cannot see whom they are talking to.',
    },
  },
});
