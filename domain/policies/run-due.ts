import type { ClaimLookDue } from '../claims/events.ts';
import type { DisbursementCheckDue, DisbursementRequested } from '../payments/events.ts';
import { coverBegun, isPaidFor } from '../shared/cover.ts';
import type { Outcome } from '../shared/decision.ts';
import { unearnedReleased } from '../shared/ledger.ts';
import { addMinutes } from '../shared/zone.ts';
import { cancelled, disbursementCheckMinutes } from './cancel-policy.ts';
import type { PolicyCancelled, PolicyExpired, PolicyOnRisk, PremiumReminderDue, RenewalReminderDue } from './events.ts';
import { reminderAhead } from './reminder-ahead.ts';
import type { Policy } from './schema.ts';

type Given = { readonly now: string; readonly disbursementId: string };
type ReminderDue = PremiumReminderDue | RenewalReminderDue;
type LifeDue = PolicyOnRisk | PolicyExpired | PolicyCancelled | ReminderDue;
type Due = Outcome<LifeDue | DisbursementRequested | DisbursementCheckDue>;

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
    const events: readonly PolicyExpired[] = [
      { type: 'policy.expired', data: { policyId, at: now, reason: 'term-end' } },
    ];
    return { events, postings: unearnedReleased(policy.balances, terms.currency), releases: terms.holds };
  }
  return { events: coverBegun(policy, now), postings: [] };
};

/** A reminder is of what lies ahead: a contract that ends or begins at this very instant is reminded of nothing. */
const remindersDue = (policy: Policy, now: string): readonly ReminderDue[] => {
  const { policyId, terms, period } = policy;
  const ahead = reminderAhead(policy);
  if (ahead === undefined || ahead.at > now) return [];
  if (ahead.kind === 'premium')
    return [{ type: 'premium.reminder-due', data: { policyId, at: now, payBy: terms.payBy } }];
  return period.to === undefined
    ? []
    : [{ type: 'renewal.reminder-due', data: { policyId, at: now, endsAt: period.to } }];
};

const checksDue = (policy: Policy, now: string): readonly DisbursementCheckDue[] =>
  policy.disbursements
    .filter(({ checkAt }) => checkAt !== undefined && checkAt <= now)
    .map(({ disbursementId, claimId, status, attempts }) => ({
      type: 'disbursement.check-due',
      data: {
        policyId: policy.policyId,
        disbursementId,
        ...(claimId !== undefined && { claimId }),
        status,
        attempts: attempts + 1,
        checkAt: addMinutes(now, disbursementCheckMinutes * 2 ** Math.min(attempts, 6)),
      },
    }));

/**
 * Does what is due to the policy itself at this instant: cover begins or ends, an unpaid contract lapses, its customer
 * is reminded, open money is asked after. Running it early, late or twice changes nothing that was not due.
 */
export const runDue = (policy: Policy, given: Given): Due => {
  const life = lifeDue(policy, given);
  const reminders = life.events.length > 0 ? [] : remindersDue(policy, given.now);
  return { ...life, events: [...life.events, ...reminders, ...checksDue(policy, given.now)] };
};

/** The claims whose facts are to be looked for again. */
export const claimsDue = (policy: Policy, now: string): readonly string[] =>
  policy.claims.filter(({ lookAt }) => lookAt !== undefined && lookAt <= now).map(({ claimId }) => claimId);

/** Says that a claim's facts are to be looked for again; nothing if somebody did so meanwhile. */
export const lookAgain = (policy: Policy, claimId: string, now: string): Outcome<ClaimLookDue> => ({
  events: claimsDue(policy, now)
    .filter((due) => due === claimId)
    .map(() => ({ type: 'claim.look-due', data: { policyId: policy.policyId, claimId, at: now } })),
  postings: [],
});
