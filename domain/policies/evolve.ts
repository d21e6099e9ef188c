import type { ClaimEvent } from '../claims/events.ts';
import type { DisbursementEvent } from '../payments/events.ts';
import type { Posting } from '../shared/decision.ts';
import type { PolicyLifeEvent } from './events.ts';
import { evolveClaims } from './evolve-claims.ts';
import { evolveDisbursements } from './evolve-disbursements.ts';
import type { Policy } from './schema.ts';

/** Everything that can happen in a policy's partition: one sequence and one chain tell it all (design §4). */
export type PolicyEvent = PolicyLifeEvent | ClaimEvent | DisbursementEvent;

const opened = (event: Extract<PolicyLifeEvent, { type: 'policy.bound' }>): Policy => {
  const { policyId, terms, period } = event.data;
  const premium = terms.collection === 'partner' ? 'credit' : 'open';
  return {
    policyId,
    terms,
    status: 'pending',
    period,
    milestones: {},
    premium,
    payments: {},
    disbursements: [],
    claims: [],
    balances: {},
  };
};

const isLifeEvent = (event: PolicyEvent): event is PolicyLifeEvent => /^(policy|premium|renewal)\./.test(event.type);

const cancelledPremium = (before: Policy, refundGross: number): Policy['premium'] => {
  if (before.premium === 'paid' && refundGross > 0) return 'refunding';
  return before.premium === 'open' ? 'void' : before.premium;
};

const evolveLife = (before: Policy, event: Exclude<PolicyLifeEvent, { type: 'policy.bound' }>): Policy => {
  switch (event.type) {
    case 'policy.milestone-recorded': {
      const { milestone, occurredAt, period } = event.data;
      return { ...before, milestones: { ...before.milestones, [milestone]: occurredAt }, period };
    }
    case 'policy.on-risk':
      return { ...before, status: 'on-risk', period: { ...before.period, from: event.data.at } };
    case 'policy.expired':
      return { ...before, status: 'expired' };
    case 'policy.cancelled': {
      const { at, reason, refund } = event.data;
      return {
        ...before,
        status: 'cancelled',
        cancelled: { at, reason },
        premium: cancelledPremium(before, refund.gross),
      };
    }
    case 'premium.received':
      return {
        ...before,
        premium: 'paid',
        paidAt: event.data.at,
        payments: { ...before.payments, [event.data.paymentId]: event.data.amount },
      };
    case 'premium.reminder-due':
      return { ...before, reminded: [...(before.reminded ?? []), 'premium'] };
    case 'renewal.reminder-due':
      return { ...before, reminded: [...(before.reminded ?? []), 'renewal'] };
    case 'premium.unapplied':
      return { ...before, payments: { ...before.payments, [event.data.paymentId]: event.data.amount } };
  }
};

/** Folds one event into a policy. Anything before `policy.bound` is a bug. */
export const evolvePolicy = (before: Policy | undefined, event: PolicyEvent): Policy => {
  if (event.type === 'policy.bound') return opened(event);
  if (before === undefined) throw new Error(`${event.type} on a policy that was never bound.`);
  if (isLifeEvent(event)) return evolveLife(before, event);
  return evolveDisbursements(evolveClaims(before, event), event);
};

/** Folds a journal entry into the policy's sub-ledger; accounts at zero leave it, to keep the item small. */
export const postToPolicy = (before: Policy, postings: readonly Posting[]): Policy => {
  if (postings.length === 0) return before;
  const balances: Record<string, number> = { ...before.balances };
  for (const { account, amount } of postings) balances[account] = (balances[account] ?? 0) + amount;
  return { ...before, balances: Object.fromEntries(Object.entries(balances).filter(([, amount]) => amount !== 0)) };
};
