import type { Policy } from '../policies/schema.ts';
import type { Outcome } from '../shared/decision.ts';
import { addMinutes, minutesBetween } from '../shared/zone.ts';
import { type Approved, approved, type Deciding } from './approve-claim.ts';
import type { ClaimTerms } from './claim-terms.ts';
import type { ClaimAssessed, ClaimAwaitingFacts, ClaimReferred, ClaimRejected } from './events.ts';
import type { Evidence } from './evidence.ts';
import { claimAllows } from './lifecycle.ts';
import { rejected } from './reject-claim.ts';
import type { Claim } from './schema.ts';
import { weighClaim } from './weigh-claim.ts';

type Adjudicated = Outcome<
  Approved['events'][number] | ClaimAssessed | ClaimRejected | ClaimReferred | ClaimAwaitingFacts
>;

/**
 * After so long people decide with what there is, for a claimant is not kept waiting by a silent source (LAW Art 23).
 */
const longestWaitMinutes = 72 * 60;
const lookMinutesMin = 30;
const lookMinutesMax = 12 * 60;

/**
 * When the facts are asked for again: ever more rarely, and not after the instant at which they are known to suffice.
 */
const nextLook = ({ reportedAt }: Claim, now: string, known: string | undefined): string => {
  const pause = Math.min(lookMinutesMax, Math.max(lookMinutesMin, minutesBetween(reportedAt, now)));
  const instants = [addMinutes(now, pause), addMinutes(reportedAt, longestWaitMinutes)];
  const sooner = known !== undefined && known > now ? [...instants, known] : instants;
  return sooner.reduce((first, next) => (next < first ? next : first));
};

/**
 * Decides a registered claim as far as a machine may (lifecycles 6.5, `AutoAdjudicate`): it pays, rejects, asks
 * people, or waits for facts, and asks people too when they have not come in 72 hours. A claim in any other state is
 * left as it is.
 */
export const adjudicateClaim = (
  policy: Policy,
  claim: Claim,
  terms: ClaimTerms,
  { evidence, ...deciding }: Deciding & { readonly evidence: Evidence },
): Adjudicated => {
  if (!claimAllows(claim.status, 'adjudicate')) return { events: [], postings: [] };
  const { now, by } = deciding;
  const about = { policyId: policy.policyId, claimId: claim.claimId };
  const { verdict, fraud, assessed } = weighClaim(policy, claim, terms, { evidence, now });
  const refer = (reasons: readonly string[]) =>
    referred({ ...about, reasons: [...reasons, ...fraud.reasons], score: fraud.score, at: now });
  switch (verdict.decision) {
    case 'approve': {
      const { amount, trace } = assessed;
      const outcome = approved(policy, { ...claim, amount }, terms, deciding);
      const data = { ...about, amount, trace, by, rules: verdict.rules, at: now };
      return { ...outcome, events: [{ type: 'claim.assessed', data }, ...outcome.events] };
    }
    case 'reject':
      return rejected(policy, claim, verdict, deciding);
    case 'refer':
      return refer(verdict.reasons);
    case 'await':
      return minutesBetween(claim.reportedAt, now) >= longestWaitMinutes
        ? refer([...verdict.reasons, 'facts-never-came'])
        : awaiting({ ...about, reasons: verdict.reasons, lookAt: nextLook(claim, now, verdict.lookAt) });
  }
};

const referred = (data: ClaimReferred['data']): Adjudicated => ({
  events: [{ type: 'claim.referred', data }],
  postings: [],
});

const awaiting = (data: ClaimAwaitingFacts['data']): Adjudicated => ({
  events: [{ type: 'claim.awaiting-facts', data }],
  postings: [],
});
