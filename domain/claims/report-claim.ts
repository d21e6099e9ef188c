import type { PolicyOnRisk } from '../policies/events.ts';
import type { Policy } from '../policies/schema.ts';
import { accept, type Decision, type Outcome, refuse } from '../shared/decision.ts';
import type { Inputs } from '../shared/form/schema.ts';
import type { PartedAnswers } from './claim-form.ts';
import { type ClaimTerms, coverageOf, insuredFacts } from './claim-terms.ts';
import { type CoverRefusal, confirmCover } from './cover.ts';
import type { ClaimRegistered, ClaimReported } from './events.ts';
import type { LossFacts } from './facts.ts';
import { isOpenClaim } from './lifecycle.ts';
import { firstReserve, remainingLimit } from './limits.ts';
import { reserveMoved } from './postings.ts';

export type ReportRefusal =
  | CoverRefusal
  | 'policy-state-refuses'
  | 'claim-already-open'
  | 'limit-used-up'
  | 'too-many-claims'
  | 'waybill-already-used';

/** A policy's state stays small; beyond this many claims in one term something other than insurance is going on. */
export const claimsMax = 50;

/** What stands in the table: what the policy's lifecycle says, and who holds the claim's unique keys. */
export type ReportFacts = {
  readonly claimable: boolean;
  /** Cover that has begun by now, although nobody has recorded it yet. */
  readonly begun: readonly PolicyOnRisk[];
  readonly holders: readonly (string | undefined)[];
};

/** A first notice of loss. `answers` are the whole form; only their parted form is kept in the clear. */
export type FirstNotice = PartedAnswers & {
  readonly coverage: string;
  readonly lossAt: string;
  readonly answers: Inputs;
  readonly sealedForm: string;
  readonly reporter: string;
};

/** `clm_`, the policy's own 26 characters and the claim's number within it: a claim is found through its policy. */
export const claimIdOf = (policyId: string, number: number): string =>
  `clm_${policyId.slice(4)}${String(number).padStart(3, '0')}`;

export const policyIdOf = (claimId: string): string => `pol_${claimId.slice(4, 30)}`;

/** Limits that other claims of the term have used up or may still use up; what ended the cover ended it for all. */
const usedUp = (policy: Policy, terms: ClaimTerms, loss: LossFacts) => {
  const coverage = coverageOf(terms, loss.coverage);
  const ended = policy.claims.find((claim) => claim.approved > 0 && coverageOf(terms, claim.coverage).endsPolicy);
  if (ended !== undefined) return refuse('claims-used-up', { clauses: [coverageOf(terms, ended.coverage).clause] });
  const open = policy.claims.find((claim) => claim.coverage === coverage.code && isOpenClaim(claim.status));
  if (coverage.claimsPerTerm !== undefined && open !== undefined) {
    return refuse('claim-already-open', { claimId: open.claimId });
  }
  if (remainingLimit(terms.product, coverage, insuredFacts(policy, coverage.code), loss) === 0) {
    return refuse('limit-used-up', { clauses: [coverage.clause] });
  }
  return policy.claims.length >= claimsMax ? refuse('too-many-claims', { claimsMax }) : undefined;
};

const objection = (policy: Policy, terms: ClaimTerms, loss: LossFacts, { claimable, holders }: ReportFacts) => {
  if (!claimable) return refuse('policy-state-refuses', { status: policy.status, command: 'claim' });
  const confirmed = confirmCover(terms.product, terms.rules, insuredFacts(policy, loss.coverage), loss);
  if (!confirmed.ok) return confirmed;
  const refused = usedUp(policy, terms, loss);
  if (refused !== undefined) return refused;
  const holder = holders.find((id) => id !== undefined);
  if (holder === undefined) return undefined;
  // A read of several items is no snapshot: the waybill may be seen held by a claim of this very policy a moment before
  // that claim itself, which is then the next one and open.
  return holder === policy.policyId && policy.claims.every(({ status }) => status === 'rejected')
    ? refuse('claim-already-open', { claimId: claimIdOf(policy.policyId, policy.claims.length + 1) })
    : refuse('waybill-already-used');
};

/**
 * Takes a first notice of loss: cover is confirmed for the instant of the loss, and a reserve is set (lifecycles 6.5).
 * Whether and what is paid is decided afterwards, when the facts are asked for; a notice is never refused for their
 * absence.
 */
export const reportClaim = (
  policy: Policy,
  terms: ClaimTerms,
  { answers, ...notice }: FirstNotice,
  given: ReportFacts & { readonly now: string },
): Decision<Outcome<ClaimReported | ClaimRegistered | PolicyOnRisk>, ReportRefusal> => {
  const { now } = given;
  const loss = { coverage: notice.coverage, occurredAt: notice.lossAt, reportedAt: now, answers };
  const refused = objection(policy, terms, loss, given);
  if (refused !== undefined) return refused;

  const { policyId } = policy;
  const { currency } = policy.terms;
  const about = { policyId, claimId: claimIdOf(policyId, policy.claims.length + 1) };
  const coverage = coverageOf(terms, notice.coverage);
  const reserve = firstReserve(terms.product, coverage, insuredFacts(policy, coverage.code), loss);
  return accept({
    events: [
      ...given.begun,
      { type: 'claim.reported', data: { ...about, ...notice, currency, reportedAt: now } },
      { type: 'claim.registered', data: { ...about, reserve, currency, at: now } },
    ],
    postings: reserveMoved(reserve, currency),
    holds: notice.holds,
  });
};
