import type { ClaimPaid, ClaimPayoutReturned } from '../claims/events.ts';
import type { Disbursement, Policy } from '../policies/schema.ts';
import type { Outcome } from '../shared/decision.ts';
import { transfer } from '../shared/ledger.ts';
import { addMinutes } from '../shared/zone.ts';
import type {
  DisbursementFailed,
  DisbursementReturned,
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

type Settled = Outcome<
  | DisbursementSucceeded
  | DisbursementFailed
  | DisbursementReturned
  | DisbursementUnknown
  | ClaimPaid
  | ClaimPayoutReturned
>;
const nothing: Settled = { events: [], postings: [] };

const succeeded = (policy: Policy, one: Disbursement, providerId: string, now: string): Settled =>
  disbursementAllows(one.status, 'settle')
    ? {
        events: [
          { type: 'disbursement.succeeded', data: { ...about(policy, one), providerId } },
          ...paidClaim(policy, one, now),
        ],
        postings: transfer(payableOf(one), 'cash', one.amount, policy.terms.currency),
      }
    : nothing;

/** What had arrived is owed again; the claim that it paid waits for its money again. */
const returned = (policy: Policy, one: Disbursement, reason: string, now: string): Settled => {
  const { policyId, terms } = policy;
  const { claimId } = one;
  const claim =
    claimId === undefined ? [] : [{ type: 'claim.payout-returned', data: { policyId, claimId, at: now } } as const];
  return {
    events: [{ type: 'disbursement.returned', data: { ...about(policy, one), reason } }, ...claim],
    postings: transfer('cash', payableOf(one), one.amount, terms.currency),
  };
};

const failed = (policy: Policy, one: Disbursement, reason: string, now: string): Settled => {
  if (disbursementAllows(one.status, 'return')) return returned(policy, one, reason, now);
  if (!disbursementAllows(one.status, 'fail')) return nothing;
  return { events: [{ type: 'disbursement.failed', data: { ...about(policy, one), reason } }], postings: [] };
};

const unanswered = (policy: Policy, one: Disbursement, now: string): Settled => {
  // It is known already that nobody knows; the next look is planned by the check that was due.
  if (one.status === 'unknown' || !disbursementAllows(one.status, 'lose-answer')) return nothing;
  const checkAt = addMinutes(now, checkAfterMinutes);
  return { events: [{ type: 'disbursement.unknown', data: { ...about(policy, one), checkAt } }], postings: [] };
};

/**
 * Books what the provider said about an instruction that had been submitted. No answer is *unknown*, never *failed*:
 * the money may have moved (design §5, reliability M9). The same word twice books nothing; a later word that
 * contradicts an earlier one is booked, for the money is where the provider says.
 */
export const settleDisbursement = (policy: Policy, one: Disbursement, heard: Heard, now: string): Settled => {
  switch (heard.status) {
    case 'succeeded':
      return succeeded(policy, one, heard.providerId, now);
    case 'failed':
      return failed(policy, one, heard.reason, now);
    case 'nothing':
      return unanswered(policy, one, now);
    case 'pending':
      return nothing;
  }
};
