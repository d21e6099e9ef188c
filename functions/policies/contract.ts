import * as z from 'zod';
import { policyRefusals } from '../../domain/policies/refusals.ts';
import { PolicyId, PolicyStatus } from '../../domain/policies/schema.ts';
import { PolicyDetail, PolicyList } from '../../domain/policies/view/related/schema.ts';
import {
  BindPolicy,
  Cancellation,
  CancellationPreview,
  CancellationRequest,
  CancelPolicy,
  Certificate,
  PolicyView,
  RecordMilestone,
  Verification,
} from '../../domain/policies/view/schema.ts';
import { pick } from '../../domain/shared/refusal.ts';
import { batchContract } from '../_kit/batch/contract.ts';
import { capability } from '../_kit/contract.ts';
import { including, listQuery, ofCustomer, viewpointQuery } from '../_kit/page-query.ts';
import { previewRefusals } from '../_kit/preview.ts';
import { basketEntries } from './basket-entries.ts';
import { bindRefusals } from './bind-refusals.ts';

const customer = { customer: 'customers:read' } as const;
const related = { ...customer, claims: 'claims:read' } as const;
const params = z.strictObject({ policyId: PolicyId });
const quiet = { writes: [], emits: [], uses: [] } as const;

export const policies = capability('policies', {
  endpoints: {
    batchPolicies: batchContract(
      { capability: 'policies', name: 'PolicyBatch', summary: 'Bind, report and cancel many in one call' },
      ['bindPolicy', 'recordMilestone', 'cancelPolicy'],
    ),
    bindPolicy: {
      method: 'POST',
      path: '/policies',
      summary: 'Bind an offer into a policy',
      description:
        'Concludes the contract on a signed offer, at most once per offer. The identifying answers are given again and must be those that were quoted; every required disclosure is acknowledged on its own.',
      caller: 'partner',
      scope: 'policies:write',
      body: BindPolicy,
      response: PolicyView,
      success: 201,
      object: 'policy',
      refusals: bindRefusals,
      reads: ['policy', 'customer', 'vault'],
      writes: ['policy'],
      emits: ['policy.bound', 'policy.on-risk'],
      unique: true,
      uses: ['offerKeys'],
      ifBroken: 'Buyers pay for an order and get no cover: shops cannot conclude policies.',
      promise: 'partners-can-sell',
    },
    ...basketEntries,
    listPolicies: {
      method: 'GET',
      path: '/policies',
      summary: 'List policies, newest first',
      description:
        'Ordered by the time of their first record, which `createdFrom` and `createdTo` bound. Policies that are sold while you read come before the first page; a status that changes meanwhile moves nothing, so nothing is shown twice or left out.',
      caller: 'partner',
      scope: 'policies:read',
      query: listQuery(PolicyStatus).extend({ ...ofCustomer, ...including(customer) }),
      includes: customer,
      response: PolicyList,
      success: 200,
      refusals: {},
      reads: ['policy', 'customer'],
      ...quiet,
      lists: ['byKind', 'byCustomer', 'byReference'],
      ifBroken: 'Partners cannot see the policies they sold.',
    },
    getPolicy: {
      method: 'GET',
      path: '/policies/{policyId}',
      summary: 'Get a policy, now or as it was',
      description:
        '`asOf` answers what the contract said at an effective time, `knownAt` what was recorded by then, and both together what was known then about that time; all of it from the records. Included claims stand as of the same times; a customer stands as of now.',
      caller: 'partner',
      scope: 'policies:read',
      params,
      query: z.strictObject({ ...viewpointQuery, ...including(related) }),
      includes: related,
      response: PolicyDetail,
      success: 200,
      object: 'policy',
      refusals: pick(policyRefusals, 'policy-not-found'),
      reads: ['policy', 'customer', 'vault', 'claim'],
      ...quiet,
      lists: ['history'],
      ifBroken: 'Shops and customers cannot see whether they are covered.',
    },
    recordMilestone: {
      method: 'POST',
      path: '/policies/{policyId}/milestones',
      summary: 'Report an event that begins or ends cover',
      description:
        'A confirmed shipment begins return-freight cover; a signed receipt fixes its end. Reporting one twice changes nothing.',
      caller: 'partner',
      scope: 'policies:write',
      params,
      body: RecordMilestone,
      response: PolicyView,
      success: 200,
      object: 'policy',
      refusals: pick(
        policyRefusals,
        'policy-not-found',
        'policy-state-refuses',
        'milestone-not-in-product',
        'milestone-in-future',
        'milestone-out-of-order',
      ),
      reads: ['policy'],
      writes: ['policy'],
      emits: ['policy.milestone-recorded', 'policy.on-risk'],
      uses: [],
      ifBroken: 'Return-freight cover does not begin when parcels are shipped.',
    },
    previewCancellation: {
      method: 'POST',
      path: '/policies/{policyId}/cancellation-previews',
      summary: 'Preview a cancellation',
      description:
        'Answers what a cancellation would return now, and a token that confirms it on these terms for fifteen minutes. It writes nothing.',
      caller: 'partner',
      scope: 'policies:write',
      params,
      body: CancellationRequest,
      response: CancellationPreview,
      success: 200,
      object: 'policy',
      previews: 'cancelPolicy',
      refusals: pick(policyRefusals, 'policy-not-found', 'policy-state-refuses', 'claim-open', 'cancellation-closed'),
      reads: ['policy'],
      ...quiet,
      ifBroken: 'Buyers cannot see what a cancellation returns, so nobody can cancel.',
    },
    cancelPolicy: {
      method: 'POST',
      path: '/policies/{policyId}/cancellations',
      summary: 'Cancel a policy as previewed',
      description:
        'Ends the contract under the first open window of the product and returns the premium that its preview showed; refused if the policy or the amount has changed since.',
      caller: 'partner',
      scope: 'policies:write',
      params,
      body: CancelPolicy,
      response: Cancellation,
      success: 201,
      object: 'policy',
      confirms: true,
      refusals: {
        ...pick(policyRefusals, 'policy-not-found', 'policy-state-refuses', 'claim-open', 'cancellation-closed'),
        ...previewRefusals,
      },
      reads: ['policy'],
      writes: ['policy'],
      emits: ['policy.cancelled', 'disbursement.requested'],
      unique: true,
      uses: [],
      ifBroken: 'Buyers cannot withdraw and do not get their premium back.',
      promise: 'money-is-applied',
    },
    getCertificate: {
      method: 'GET',
      path: '/policies/{policyId}/certificate',
      summary: 'Get the signed certificate of a policy',
      caller: 'partner',
      scope: 'policies:read',
      params,
      response: Certificate,
      success: 200,
      refusals: pick(policyRefusals, 'policy-not-found'),
      reads: ['policy'],
      writes: [],
      emits: [],
      uses: ['signer'],
      ifBroken: 'Customers cannot get proof of their insurance.',
    },
    verifyPolicy: {
      method: 'GET',
      path: '/tenants/{tenantId}/verifications/{policyNumber}',
      summary: 'Verify a policy by number and code',
      description: 'Open to everybody. Tells real from forged or cancelled, and names nobody (INET Art 22).',
      caller: 'public',
      params: z.strictObject({
        tenantId: z.string().meta({ description: 'The insurer or partner that issued it.', example: 'sandbox-shop' }),
        policyNumber: z.string().max(64).meta({ description: 'Number on the certificate.' }),
      }),
      query: z.strictObject({
        code: z.string().max(64).meta({ description: 'Verification code on the certificate.' }),
      }),
      response: Verification,
      success: 200,
      refusals: {},
      reads: ['policy'],
      ...quiet,
      ifBroken: 'Nobody can check whether a certificate is genuine.',
    },
  },
  subscribers: {
    fireDuePolicy: {
      summary:
        'Begins and ends cover, lapses unpaid contracts, reminds, and looks after open money and claims when they are due',
      on: ['wake-up.policy'],
      batch: 10,
      reads: ['policy', 'claim'],
      writes: ['policy'],
      emits: [
        'policy.on-risk',
        'policy.expired',
        'policy.cancelled',
        'premium.reminder-due',
        'renewal.reminder-due',
        'disbursement.requested',
        'disbursement.check-due',
        'claim.look-due',
      ],
      unique: true,
      internals: ['due'],
      uses: [],
      ifBroken: 'Cover does not begin or end on time, and payouts with an unknown outcome are not looked after.',
      promise: 'money-is-applied',
    },
  },
});
