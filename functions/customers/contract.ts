import { customerRefusals } from '../../domain/customers/refusals.ts';
import { CustomerView, FindCustomer, RegisterCustomer } from '../../domain/customers/schema.ts';
import { pick } from '../../domain/shared/refusal.ts';
import { batchContract } from '../_kit/batch/contract.ts';
import { capability } from '../_kit/contract.ts';
import { batchedCustomers, besideCustomer } from './asked.ts';
import { CustomerBatch, CustomerPath, CustomerQuery, CustomerWithPolicies } from './schema.ts';

export const customers = capability('customers', {
  endpoints: {
    batchCustomers: batchContract(
      { capability: 'customers', summary: 'Register many customers in one call', body: CustomerBatch },
      batchedCustomers,
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
      params: CustomerPath,
      query: CustomerQuery,
      includes: besideCustomer,
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
