import * as z from 'zod';
import { CustomerDetail, CustomerId } from '../../domain/customers/schema.ts';
import { PolicyView } from '../../domain/policies/view/schema.ts';
import { batchOf } from '../_kit/batch/schema.ts';
import { including } from '../_kit/queries/schema.ts';
import { batchedCustomers, besideCustomer } from './asked.ts';

export const CustomerBatch = batchOf('CustomerBatch', batchedCustomers);

export const CustomerPath = z.strictObject({ customerId: CustomerId });
export const CustomerQuery = z.strictObject(including(besideCustomer));

const Policies = z
  .strictObject({
    items: z.array(PolicyView).meta({ description: 'The newest policies, at most 50.' }),
    more: z.boolean().meta({ description: 'Whether there are others: list policies by `customerId`.' }),
  })
  .meta({ description: 'The policies of the customer, newest first.' });

export const CustomerWithPolicies = CustomerDetail.extend({
  included: z.strictObject({ policies: Policies }).optional().meta({ description: 'What `include` asked for.' }),
}).meta({ id: 'CustomerWithPolicies', description: 'A customer, and what was asked to be shown beside it.' });
