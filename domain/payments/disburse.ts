import type { ClaimPaid } from '../claims/events.ts';
import type { Disbursement, Policy } from '../policies/schema.ts';
import type { Outcome } from '../shared/decision.ts';
import { transfer } from '../shared/ledger.ts';
import { addMinutes } from '../shared/zone.ts';
import type {
  DisbursementFailed,
  DisbursementSubmitted,
  DisbursementSucceeded,
  DisbursementUnknown,
} from './events.ts';
import { disbursementAllows } from './lifecycle.ts';

export const checkAfterMinutes = 10;

/** What the provider said, or that it said nothing. */
export type Heard =
  | { readonly status: 'succeeded'; readonly providerId: string }
  | { readonly status: 'failed'; readonly reason: string }
  | { readonly status: 'pending' }
  | { readonly status: 'nothing' };

const about = ({ policyId }: Policy, { disbursementId, claimId }: Disbursement) => ({
  policyId,
  disbursementId,
  ...(claimId !== undefined && { claimId }),
});

export const findDisbursement = (policy: Policy, disbursementId: string): Disbursement | undefined =>
  policy.disbursements.find((one) => one.disbursementId === disbursementId);

/** Commits that the instruction is about to go out, before it does; nothing where it has gone already. */
export const submitDisbursement = (policy: Policy, one: Disbursement, now: string): Outcome<DisbursementSubmitted> => ({
  events: disbursementAllows(one.status, 'submit')
    ? [{ type: 'disbursement.submitted', data: { ...about(policy, one), checkAt: addMinutes(now, checkAfterMinutes) } }]
    : [],
  postings: [],
});

const payableOf = ({ kind }: Disbursement) => (kind === 'refund' ? 'refund_payable' : 'claims_payable');

const paidClaim = (policy: Policy, { claimId, amount }: Disbursement, now: string): readonly ClaimPaid[] =>
  claimId === undefined ? [] : [{ type: 'claim.paid', data: { policyId: policy.policyId, claimId, amount, at: now } }];

/**
 * Books what the provider said about an instruction that had been submitted. No answer is *unknown*, never *failed*:
 * the money may have moved (design §5, reliability M9). An outcome that stands already is not booked again.
 */
export const settleDisbursement = (
  policy: Policy,
  one: Disbursement,
  heard: Heard,
  now: string,
): Outcome<DisbursementSucceeded | DisbursementFailed | DisbursementUnknown | ClaimPaid> => {
  const data = about(policy, one);
  const { currency } = policy.terms;
  if (!disbursementAllows(one.status, 'settle')) return { events: [], postings: [] };
  switch (heard.status) {
    case 'succeeded':
      return {
        events: [
          { type: 'disbursement.succeeded', data: { ...data, providerId: heard.providerId } },
          ...paidClaim(policy, one, now),
        ],
        postings: transfer(payableOf(one), 'cash', one.amount, currency),
      };
    case 'failed':
      return { events: [{ type: 'disbursement.failed', data: { ...data, reason: heard.reason } }], postings: [] };
    case 'pending':
      return { events: [], postings: [] };
    case 'nothing':
      // It is known already that nobody knows; the next look is planned by the check that was due.
      if (one.status === 'unknown') return { events: [], postings: [] };
      return {
        events: [{ type: 'disbursement.unknown', data: { ...data, checkAt: addMinutes(now, checkAfterMinutes) } }],
        postings: [],
      };
  }
};
