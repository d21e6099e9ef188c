import type { DisbursementRequested } from '../payments/events.ts';
import type { PolicyExpired } from '../policies/events.ts';
import type { Policy } from '../policies/schema.ts';
import { accept, type Decision, type Outcome, type Refusal, refuse } from '../shared/decision.ts';
import { unearnedReleased } from '../shared/ledger.ts';
import { addMinutes } from '../shared/zone.ts';
import { authorityOf } from './authority.ts';
import { type ClaimTerms, coverageOf, insuredFacts, lossOf } from './claim-terms.ts';
import { type CoverRefusal, confirmCover } from './cover.ts';
import type { ClaimApproved } from './events.ts';
import { claimAllows } from './lifecycle.ts';
import { remainingLimit } from './limits.ts';
import { claimApproved } from './postings.ts';
import type { Claim } from './schema.ts';

export type ApproveRefusal =
  | CoverRefusal
  | 'claim-state-refuses'
  | 'own-assessment'
  | 'assessment-changed'
  | 'nothing-to-approve'
  | 'above-authority'
  | 'above-remaining-limit';

export type Approved = Outcome<ClaimApproved | DisbursementRequested | PolicyExpired>;

/** Who decides, when, and the id of the payout that follows. */
export type Deciding = { readonly by: string; readonly now: string; readonly disbursementId: string };

/** How long after its request somebody asks what became of a payout. */
const payoutCheckMinutes = 10;

const coverUsedUp = (policy: Policy, now: string): Approved => ({
  events: [{ type: 'policy.expired', data: { policyId: policy.policyId, at: now, reason: 'benefit-exhausted' } }],
  postings: unearnedReleased(policy.balances, policy.terms.currency),
  releases: policy.terms.holds,
});

/**
 * What an approval does, whoever decided it: the limit is consumed, the reserve becomes a debt and the payout is asked
 * for, all at once. A coverage that ends the policy ends it here, and frees the insured object (catalogue 5.2, 5.3).
 */
export const approved = (
  policy: Policy,
  { claimId, coverage, amount }: Pick<Claim, 'claimId' | 'coverage'> & { readonly amount: number },
  terms: ClaimTerms,
  { by, now, disbursementId }: Deciding,
): Approved => {
  const { policyId } = policy;
  const { currency } = policy.terms;
  const reserve = policy.claims.find((claim) => claim.claimId === claimId)?.reserve ?? 0;
  const ends = coverageOf(terms, coverage).endsPolicy === true && policy.status === 'on-risk';
  const end: Approved = ends ? coverUsedUp(policy, now) : { events: [], postings: [] };
  const checkAt = addMinutes(now, payoutCheckMinutes);
  return {
    events: [
      { type: 'claim.approved', data: { policyId, claimId, amount, currency, by, at: now } },
      {
        type: 'disbursement.requested',
        data: { policyId, disbursementId, kind: 'payout', claimId, amount, currency, checkAt },
      },
      ...end.events,
    ],
    postings: [...claimApproved(amount, reserve, currency), ...end.postings],
    releases: end.releases ?? [],
  };
};

type Approver = Deciding & { readonly roles: readonly string[] };

/**
 * Two people decide: whoever assessed a claim never approves it (lifecycles 6.5), and bands bound what one may
 * approve.
 */
const objectionToPerson = (
  claim: Claim,
  amount: number,
  { roles, by, now }: Approver,
): Refusal<ApproveRefusal> | undefined => {
  if (claim.assessed?.by === by) return refuse('own-assessment', { claimId: claim.claimId });
  const most = authorityOf(roles, claim.currency, now);
  return amount > most ? refuse('above-authority', { amount, most, currency: claim.currency }) : undefined;
};

/**
 * Approves what another person assessed. The approver names the amount, so that an assessment which changed meanwhile
 * is never approved unseen; cover and limits are checked again, for other claims may have used them up.
 */
export const approveClaim = (
  policy: Policy,
  claim: Claim,
  terms: ClaimTerms,
  request: Approver & { readonly amount: number },
): Decision<Approved, ApproveRefusal> => {
  const { claimId, coverage: code, status, assessed } = claim;
  const { amount } = request;
  if (!claimAllows(status, 'approve') || assessed === undefined) {
    return refuse('claim-state-refuses', { status, command: 'approve' });
  }
  if (amount !== assessed.amount) return refuse('assessment-changed', { assessed: assessed.amount });
  if (amount === 0) return refuse('nothing-to-approve', { claimId });
  const refused = objectionToPerson(claim, amount, request);
  if (refused !== undefined) return refused;
  const insured = insuredFacts(policy, code);
  const confirmed = confirmCover(terms.product, terms.rules, insured, lossOf(claim));
  if (!confirmed.ok) return confirmed;
  const remaining = remainingLimit(terms.product, confirmed.value, insured, lossOf(claim));
  if (amount > remaining) return refuse('above-remaining-limit', { amount, remaining });
  return accept(approved(policy, { claimId, coverage: code, amount }, terms, request));
};
