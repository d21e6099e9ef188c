import type { ClaimEvent } from '../claims/events.ts';
import type { DisbursementEvent } from '../payments/events.ts';
import type { Outcome } from '../shared/decision.ts';
import { addMinutes } from '../shared/zone.ts';
import { cancelled, disbursementCheckMinutes } from './cancel-policy.ts';
import { coverBegun, coverEnded, isPaidFor } from './cover.ts';
import type { PolicyLifeEvent } from './events.ts';
import { unearnedReleased } from './postings.ts';
import type { Policy } from './schema.ts';

type Given = { readonly now: string; readonly disbursementId: string };
type Due = Outcome<PolicyLifeEvent | ClaimEvent | DisbursementEvent>;

const nothing: Due = { events: [], postings: [] };

/** A contract whose cover never began, or was never paid for, is undone: nothing was insured, so everything returns. */
const undone = (policy: Policy, reason: string, given: Given): Due =>
  cancelled(policy, { rule: 'before-cover', refund: policy.terms.premium }, reason, given);

const lifeDue = (policy: Policy, given: Given): Due => {
  const { now } = given;
  const { status, period, terms, policyId } = policy;
  if (status === 'pending' && !isPaidFor(policy))
    return now >= terms.payBy ? undone(policy, 'premium-not-paid', given) : nothing;
  const over = period.to !== undefined && now >= period.to;
  if (status === 'pending' && over && period.from === undefined) return undone(policy, 'never-attached', given);
  if ((status === 'pending' || status === 'on-risk') && over) {
    const events = [coverEnded(policyId, now, 'term-end')];
    return { events, postings: unearnedReleased(policy.balances, terms.currency), releases: terms.holds };
  }
  return { events: coverBegun(policy, now), postings: [] };
};

const checksDue = (policy: Policy, now: string): readonly DisbursementEvent[] =>
  policy.disbursements
    .filter(({ checkAt }) => checkAt !== undefined && checkAt <= now)
    .map(({ disbursementId, claimId, attempts }) => ({
      type: 'disbursement.check-due',
      data: {
        policyId: policy.policyId,
        disbursementId,
        ...(claimId !== undefined && { claimId }),
        checkAt: addMinutes(now, disbursementCheckMinutes * 2 ** Math.min(attempts, 6)),
      },
    }));

const looksDue = (policy: Policy, now: string): readonly ClaimEvent[] =>
  policy.claims
    .filter(({ lookAt }) => lookAt !== undefined && lookAt <= now)
    .map(({ claimId }) => ({ type: 'claim.look-due', data: { policyId: policy.policyId, claimId, at: now } }));

/**
 * Does everything that is due at this instant: cover begins or ends, an unpaid contract lapses, open money is asked after,
 * claims look for their facts again. Running it early, late or twice changes nothing that was not due.
 */
export const runDue = (policy: Policy, given: Given): Due => {
  const { now } = given;
  const life = lifeDue(policy, given);
  return { ...life, events: [...life.events, ...checksDue(policy, now), ...looksDue(policy, now)] };
};
