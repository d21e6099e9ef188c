import type { Policy } from '../policies/schema.ts';
import { accept, type Decision, type Outcome, refuse } from '../shared/decision.ts';
import { type ClaimTerms, coverageOf } from './claim-terms.ts';
import type { ClaimRejected } from './events.ts';
import { claimAllows } from './lifecycle.ts';
import { reserveMoved } from './postings.ts';
import { type Claim, rejectionReasons } from './schema.ts';

export type RejectRefusal = 'claim-state-refuses' | 'reason-not-in-product';

type Rejection = { readonly reasons: readonly string[]; readonly clauses: readonly string[] };
type Deciding = { readonly by: string; readonly now: string };

/**
 * What a rejection does, whoever decided it: the reserve is not needed, and what was claimed once may be claimed
 * again.
 */
export const rejected = (
  policy: Policy,
  { claimId, holds }: Pick<Claim, 'claimId' | 'holds'>,
  { reasons, clauses }: Rejection,
  { by, now }: Deciding,
): Outcome<ClaimRejected> => {
  const reserve = policy.claims.find((claim) => claim.claimId === claimId)?.reserve ?? 0;
  return {
    events: [{ type: 'claim.rejected', data: { policyId: policy.policyId, claimId, reasons, clauses, by, at: now } }],
    postings: reserveMoved(-reserve, policy.terms.currency),
    releases: holds,
  };
};

/**
 * Rejects with reasons, for the notice must give them (LAW Art 24): exclusions of the product, or documented codes
 * that rest on the clause of the coverage itself.
 */
export const rejectClaim = (
  policy: Policy,
  claim: Claim,
  terms: ClaimTerms,
  { reasons, ...deciding }: Deciding & { readonly reasons: readonly string[] },
): Decision<Outcome<ClaimRejected>, RejectRefusal> => {
  const { status, coverage } = claim;
  if (!claimAllows(status, 'reject')) return refuse('claim-state-refuses', { status, command: 'reject' });
  const exclusions = terms.product.exclusions.map(({ code }) => code);
  const known = [...exclusions, ...rejectionReasons];
  if (reasons.some((reason) => !known.includes(reason))) return refuse('reason-not-in-product', { known });
  const clauses = reasons.map((reason) => (exclusions.includes(reason) ? reason : coverageOf(terms, coverage).clause));
  return accept(rejected(policy, claim, { reasons, clauses: [...new Set(clauses)] }, deciding));
};
