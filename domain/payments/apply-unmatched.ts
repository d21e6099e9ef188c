import type { PolicyOnRisk, PremiumReceived } from '../policies/events.ts';
import type { Policy } from '../policies/schema.ts';
import { coverBegun } from '../shared/cover.ts';
import type { Outcome } from '../shared/decision.ts';
import { transfer } from '../shared/ledger.ts';
import type { UnmatchedApplied } from './events.ts';
import type { UnmatchedMoney } from './schema.ts';

type Applied = {
  readonly policy: Outcome<PremiumReceived | PolicyOnRisk>;
  readonly unmatched: Outcome<UnmatchedApplied>;
};

/**
 * Books money that came before its policy, if it is the premium to the unit; otherwise it stays unmatched, where
 * people look at it. Both records are written at once, and the posting stands in the policy's alone (design §4).
 */
export const applyUnmatched = (policy: Policy, money: UnmatchedMoney, now: string): Applied | undefined => {
  const { policyId, terms, premium } = policy;
  const { paymentId, amount, currency, unmatchedId } = money;
  // It was there before the contract was, so it counts from the bind, however late the bus brings the news.
  const paidAt = money.receivedAt > terms.boundAt ? money.receivedAt : terms.boundAt;
  const fits = amount === terms.premium.gross && currency === terms.currency;
  if (money.status !== 'open' || premium !== 'open' || policy.status === 'cancelled' || !fits) return undefined;
  return {
    policy: {
      events: [
        { type: 'premium.received', data: { policyId, paymentId, amount, currency, at: paidAt } },
        ...coverBegun({ ...policy, premium: 'paid', paidAt }, now),
      ],
      postings: transfer('unapplied', 'receivable', amount, currency),
    },
    unmatched: { events: [{ type: 'unmatched.applied', data: { unmatchedId, policyId, at: now } }], postings: [] },
  };
};
