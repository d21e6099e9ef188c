import * as z from 'zod';
import { ClaimId, ClaimStatus } from '../../domain/claims/schema.ts';
import { ClaimDetail, ClaimPage } from '../../domain/claims/view/schema.ts';
import { PolicyId } from '../../domain/policies/schema.ts';
import { PolicyView } from '../../domain/policies/view/schema.ts';
import { batchOf } from '../_kit/batch/schema.ts';
import { including, listQuery, ofCustomer, ofPolicy, viewpointQuery } from '../_kit/queries/schema.ts';
import { batchedClaims, besideClaims } from './asked.ts';

export const ClaimBatch = batchOf('ClaimBatch', batchedClaims);

export const ReportPath = z.strictObject({ policyId: PolicyId });
export const ClaimPath = z.strictObject({ claimId: ClaimId });
export const ClaimQuery = z.strictObject({ ...viewpointQuery, ...including(besideClaims) });
export const ClaimsQuery = listQuery(ClaimStatus).extend({ ...ofCustomer, ...ofPolicy, ...including(besideClaims) });
export const ClaimQueueQuery = listQuery(ClaimStatus.extract(['in-review', 'assessed'])).extend(ofPolicy);

export const ClaimWithPolicy = ClaimDetail.extend({
  included: z.strictObject({ policy: PolicyView }).optional().meta({ description: 'What `include` asked for.' }),
}).meta({ id: 'ClaimWithPolicy', description: 'A claim, and what was asked to be shown beside it.' });

export const ClaimList = ClaimPage.extend({
  included: z
    .strictObject({ policy: z.array(PolicyView) })
    .optional()
    .meta({ description: 'What `include` asked for: each policy of the page once.' }),
}).meta({ id: 'ClaimList', description: 'A page of claims, newest first.' });
