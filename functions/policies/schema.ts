import * as z from 'zod';
import { PolicyId, PolicyStatus } from '../../domain/policies/schema.ts';
import { batchOf } from '../_kit/batch/schema.ts';
import { including, listQuery, ofCustomer, timeQuery, viewpointQuery } from '../_kit/queries/schema.ts';
import { batchedPolicies, besideBasket, besidePolicies, besidePolicy } from './asked.ts';

export const PolicyBatch = batchOf('PolicyBatch', batchedPolicies);

export const PolicyPath = z.strictObject({ policyId: PolicyId });
export const PolicyQuery = z.strictObject({ ...viewpointQuery, ...including(besidePolicy) });
export const PoliciesQuery = listQuery(PolicyStatus).extend({ ...ofCustomer, ...including(besidePolicies) });

export const VerificationPath = z.strictObject({
  tenantId: z.string().meta({ description: 'The insurer or partner that issued it.', example: 'sandbox-shop' }),
  policyNumber: z.string().max(64).meta({ description: 'Number on the certificate.' }),
});
export const VerificationQuery = z.strictObject({
  code: z.string().max(64).meta({ description: 'Verification code on the certificate.' }),
});

export const BasketQuery = z.strictObject(including(besideBasket));
export const BasketsQuery = timeQuery.extend(ofCustomer);
