import type { PolicyOnRisk, PremiumReceived, PremiumUnapplied } from '../policies/events.ts';
import type { Policy } from '../policies/schema.ts';
import { coverBegun } from '../shared/cover.ts';
import type { Outcome } from '../shared/decision.ts';
import { transfer } from '../shared/ledger.ts';
import { addMinutes } from '../shared/zone.ts';
import { checkAfterMinutes } from './disburse.ts';
import type { DisbursementRequested, UnmatchedReason, UnmatchedReceived } from './events.ts';

export type Payment = {
  readonly paymentId: string;
  readonly amount: number;
  readonly currency: string;
  readonly offerId?: string;
};
type Applied = Outcome<PremiumReceived | PolicyOnRisk | PremiumUnapplied | DisbursementRequested>;
type Given = { readonly now: string; readonly disbursementId: string };

/** Where a payment goes: to its policy, nowhere because it is there already, or among the unmatched with a reason. */
export type Receipt =
  | { readonly to: 'policy'; readonly outcome: Applied }
  | { readonly to: 'nobody' }
  | { readonly to: 'unmatched'; readonly reason: UnmatchedReason };

/** Money that a contract which has ended cannot take goes back to where it came from (lifecycles 6.4, rules C-12). */
const givenBack = (policy: Policy, { paymentId, amount, currency }: Payment, given: Given): Applied => {
  const { policyId } = policy;
  const { now, disbursementId } = given;
  const checkAt = addMinutes(now, checkAfterMinutes);
  return {
    events: [
      { type: 'premium.unapplied', data: { policyId, paymentId, amount, currency, reason: `policy-${policy.status}` } },
      {
        type: 'disbursement.requested',
        data: { policyId, disbursementId, kind: 'refund', amount, currency, paymentId, checkAt },
      },
    ],
    postings: transfer('cash', 'refund_payable', amount, currency),
  };
};

const appliedTo = (policy: Policy, { paymentId, amount, currency }: Payment, { now }: Given): Applied => ({
  events: [
    { type: 'premium.received', data: { policyId: policy.policyId, paymentId, amount, currency, at: now } },
    ...coverBegun({ ...policy, premium: 'paid', paidAt: now }, now),
  ],
  postings: transfer('cash', 'receivable', amount, currency),
});

/**
 * Books a payment on the policy that its offer became, exactly once by the provider's payment id and in any order.
 * Money that cannot be booked where it says is kept with a reason, never dropped; money for a contract that has ended
 * is booked there and given back (design §5).
 */
export const receivePayment = (policy: Policy | undefined, payment: Payment, given: Given): Receipt => {
  if (policy === undefined) {
    return { to: 'unmatched', reason: payment.offerId === undefined ? 'unknown-reference' : 'policy-not-there-yet' };
  }
  if (payment.paymentId in policy.payments) return { to: 'nobody' };
  if (payment.currency !== policy.terms.currency) return { to: 'unmatched', reason: 'wrong-currency' };
  if (policy.status === 'cancelled') return { to: 'policy', outcome: givenBack(policy, payment, given) };
  if (payment.amount !== policy.terms.premium.gross) return { to: 'unmatched', reason: 'wrong-amount' };
  if (policy.premium !== 'open') return { to: 'unmatched', reason: 'already-paid' };
  return { to: 'policy', outcome: appliedTo(policy, payment, given) };
};

/** Keeps money that no policy can take now; its id follows from the payment's, so it is kept once. */
export const keepUnmatched = (
  unmatchedId: string,
  reason: UnmatchedReason,
  payment: Payment & { readonly policyId?: string },
  now: string,
): Outcome<UnmatchedReceived> => ({
  events: [{ type: 'unmatched.received', data: { unmatchedId, reason, ...payment, receivedAt: now } }],
  postings: transfer('cash', 'unapplied', payment.amount, payment.currency),
});
