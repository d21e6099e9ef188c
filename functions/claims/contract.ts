import * as z from 'zod';
import { claimRefusals, coverRefusals } from '../../domain/claims/refusals.ts';
import { ClaimId, ClaimStatus } from '../../domain/claims/schema.ts';
import {
  ApproveClaim,
  AssessClaim,
  ClaimDetail,
  ClaimFile,
  ClaimPage,
  ClaimQueue,
  ClaimView,
  RejectClaim,
  ReportClaim,
} from '../../domain/claims/view/schema.ts';
import { customerRefusals } from '../../domain/customers/refusals.ts';
import { policyRefusals } from '../../domain/policies/refusals.ts';
import { PolicyId } from '../../domain/policies/schema.ts';
import { PolicyView } from '../../domain/policies/view/schema.ts';
import { pick } from '../../domain/shared/refusal.ts';
import { batchContract } from '../_kit/batch/contract.ts';
import { capability } from '../_kit/contract.ts';
import { including, listQuery, ofCustomer, ofPolicy, viewpointQuery } from '../_kit/page-query.ts';

const policy = { policy: 'policies:read' } as const;
const params = z.strictObject({ claimId: ClaimId });
const quiet = { writes: [], emits: [], uses: [] } as const;

const ClaimWithPolicy = ClaimDetail.extend({
  included: z.strictObject({ policy: PolicyView }).optional().meta({ description: 'What `include` asked for.' }),
}).meta({ id: 'ClaimWithPolicy', description: 'A claim, and what was asked to be shown beside it.' });

const ClaimList = ClaimPage.extend({
  included: z
    .strictObject({ policy: z.array(PolicyView) })
    .optional()
    .meta({ description: 'What `include` asked for: each policy of the page once.' }),
}).meta({ id: 'ClaimList', description: 'A page of claims, newest first.' });

export const claims = capability('claims', {
  endpoints: {
    batchClaims: batchContract(
      { capability: 'claims', name: 'ClaimBatch', summary: 'Report many losses in one call' },
      ['reportClaim'],
    ),
    reportClaim: {
      method: 'POST',
      path: '/policies/{policyId}/claims',
      summary: 'Report a claim',
      description:
        'First notice of a loss. Cover is confirmed for its time and a reserve is set; the decision comes afterwards.',
      caller: 'partner',
      scope: 'claims:write',
      params: z.strictObject({ policyId: PolicyId }),
      body: ReportClaim,
      response: ClaimView,
      success: 201,
      object: 'claim',
      refusals: {
        ...pick(policyRefusals, 'policy-not-found', 'policy-state-refuses'),
        ...pick(customerRefusals, 'customer-not-found'),
        ...coverRefusals,
        ...pick(
          claimRefusals,
          'limit-used-up',
          'claim-already-open',
          'too-many-claims',
          'waybill-already-used',
          'claim-form-invalid',
        ),
      },
      reads: ['policy', 'vault'],
      writes: ['policy'],
      emits: ['claim.reported', 'claim.registered', 'policy.on-risk'],
      unique: true,
      uses: [],
      ifBroken: 'Customers cannot report losses, and their claims are not paid.',
      promise: 'claims-are-paid',
    },
    listClaims: {
      method: 'GET',
      path: '/claims',
      summary: 'List claims, newest first',
      description:
        'Ordered by the time of their report, which `createdFrom` and `createdTo` bound. Under `customerId`, `reference` or `policyId` they come policy by policy, the newest policy first and of each its newest claim first.',
      caller: 'partner',
      scope: 'claims:read',
      query: listQuery(ClaimStatus).extend({ ...ofCustomer, ...ofPolicy, ...including(policy) }),
      includes: policy,
      response: ClaimList,
      success: 200,
      refusals: {},
      reads: ['claim', 'policy'],
      ...quiet,
      lists: ['byKind', 'byCustomer', 'byReference'],
      ifBroken: 'Partners cannot see what became of the claims they reported.',
    },
    listClaimsToDecide: {
      method: 'GET',
      path: '/claims/queue',
      summary: 'List the claims that wait for people, oldest first',
      caller: 'staff',
      roles: ['claims_handler', 'claims_approver', 'claims_director'],
      query: listQuery(ClaimStatus.extract(['in-review', 'assessed'])).extend(ofPolicy),
      response: ClaimQueue,
      success: 200,
      refusals: {},
      reads: ['claim'],
      ...quiet,
      lists: ['queue'],
      ifBroken: 'Claims handlers do not see what waits for them, and legal time limits pass.',
    },
    getClaim: {
      method: 'GET',
      path: '/claims/{claimId}',
      summary: 'Get a claim',
      description:
        'People of the insurer see its handling too, and with `claims:personal` the form that was reported. `asOf` and `knownAt` answer how it stood, from its records, and an included policy stands as of the same times.',
      caller: 'partner',
      scope: 'claims:read',
      params,
      query: z.strictObject({ ...viewpointQuery, ...including(policy) }),
      includes: policy,
      response: ClaimWithPolicy,
      success: 200,
      object: 'claim',
      masks: true,
      refusals: pick(claimRefusals, 'claim-not-found'),
      reads: ['claim', 'policy', 'vault'],
      ...quiet,
      lists: ['history'],
      ifBroken: 'Customers and claims handlers cannot see where a claim stands.',
    },
    assessClaim: {
      method: 'POST',
      path: '/claims/{claimId}/assessment',
      summary: 'Assess a claim',
      description:
        'Works out the amount from what people found, with every step, and moves the reserve to it. It may be corrected, under another key, until the claim is approved.',
      caller: 'staff',
      roles: ['claims_handler'],
      params,
      body: AssessClaim,
      response: ClaimFile,
      success: 201,
      object: 'claim',
      refusals: pick(
        claimRefusals,
        'claim-not-found',
        'claim-state-refuses',
        'above-remaining-limit',
        'findings-invalid',
      ),
      reads: ['policy', 'claim', 'vault'],
      writes: ['policy'],
      emits: ['claim.assessed'],
      uses: [],
      ifBroken: 'Claims that people must assess stand still.',
      promise: 'claims-are-paid',
    },
    approveClaim: {
      method: 'POST',
      path: '/claims/{claimId}/approval',
      summary: 'Approve an assessed claim',
      description: 'By another person than the one who assessed it, within their authority and the remaining limit.',
      caller: 'staff',
      roles: ['claims_approver', 'claims_director'],
      params,
      body: ApproveClaim,
      response: ClaimFile,
      success: 201,
      object: 'claim',
      refusals: {
        ...coverRefusals,
        ...pick(
          claimRefusals,
          'claim-not-found',
          'claim-state-refuses',
          'assessment-changed',
          'nothing-to-approve',
          'own-assessment',
          'above-authority',
          'above-remaining-limit',
        ),
      },
      reads: ['policy', 'claim'],
      writes: ['policy'],
      emits: ['claim.approved', 'disbursement.requested', 'policy.expired'],
      unique: true,
      uses: [],
      ifBroken: 'Assessed claims are not paid.',
      promise: 'claims-are-paid',
    },
    rejectClaim: {
      method: 'POST',
      path: '/claims/{claimId}/rejection',
      summary: 'Reject a claim, with reasons',
      caller: 'staff',
      roles: ['claims_handler', 'claims_approver', 'claims_director'],
      params,
      body: RejectClaim,
      response: ClaimFile,
      success: 201,
      object: 'claim',
      refusals: pick(claimRefusals, 'claim-not-found', 'claim-state-refuses', 'reason-not-in-product'),
      reads: ['policy', 'claim'],
      writes: ['policy'],
      emits: ['claim.rejected'],
      unique: true,
      uses: [],
      ifBroken: 'Claims that are not covered stay open, and notices of refusal come too late.',
    },
  },
  subscribers: {
    adjudicateClaim: {
      summary: 'Asks for the facts of a registered claim and decides it, as far as a machine may',
      on: ['claim.registered', 'claim.look-due'],
      reads: ['policy', 'claim', 'vault'],
      writes: ['policy'],
      emits: [
        'claim.assessed',
        'claim.approved',
        'claim.rejected',
        'claim.referred',
        'claim.awaiting-facts',
        'disbursement.requested',
        'policy.expired',
      ],
      unique: true,
      uses: ['tracking', 'flights'],
      ifBroken: 'Claims that need no people are not decided, and customers wait for their money.',
      promise: 'claims-are-paid',
    },
  },
});
