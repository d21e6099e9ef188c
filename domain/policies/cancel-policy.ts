import type { DisbursementRequested } from '../payments/events.ts';
import type { ProductVersion } from '../products/schema.ts';
import { accept, type Decision, type Outcome, refuse } from '../shared/decision.ts';
import { unearnedReleased } from '../shared/ledger.ts';
import { addMinutes } from '../shared/zone.ts';
import type { PolicyCancelled } from './events.ts';
import { policyAllows } from './lifecycle.ts';
import { premiumReturned } from './postings.ts';
import { type ReturnPremium, returnPremium } from './return-premium.ts';
import type { Policy } from './schema.ts';

export type CancelRefusal = 'policy-state-refuses' | 'claim-open' | 'cancellation-closed';
type Cancelled = Outcome<PolicyCancelled | DisbursementRequested>;
type Given = { readonly now: string; readonly disbursementId: string };

/** How long a provider may take before somebody asks what became of the money. */
export const disbursementCheckMinutes = 10;

const finalClaims: ReadonlySet<string> = new Set(['rejected', 'paid']);

const againstOf = ({ premium }: Policy) =>
  premium === 'credit' ? 'due_from_partner' : premium === 'paid' ? 'refund_payable' : 'receivable';

/** Money that was paid goes back to where it came from (rules C-12, INET Art 40). */
const refundRequested = (
  policy: Policy,
  amount: number,
  { now, disbursementId }: Given,
): readonly DisbursementRequested[] => {
  const [paymentId] = Object.keys(policy.payments);
  if (policy.premium !== 'paid' || amount === 0 || paymentId === undefined) return [];
  const checkAt = addMinutes(now, disbursementCheckMinutes);
  const { policyId, terms } = policy;
  return [
    {
      type: 'disbursement.requested',
      data: { policyId, disbursementId, kind: 'refund', amount, currency: terms.currency, paymentId, checkAt },
    },
  ];
};

/** Ends the contract, writes the premium back and sends the refund on its way; its unique keys become free again. */
export const cancelled = (policy: Policy, { rule, refund }: ReturnPremium, reason: string, given: Given): Cancelled => {
  const { policyId, terms } = policy;
  return {
    events: [
      { type: 'policy.cancelled', data: { policyId, at: given.now, reason, rule, refund } },
      ...refundRequested(policy, refund.gross, given),
    ],
    postings: [
      ...premiumReturned(refund, againstOf(policy), terms.currency),
      ...unearnedReleased(policy.balances, terms.currency),
    ],
    releases: terms.holds,
  };
};

/**
 * Cancels at the policyholder's wish, under the product's windows; an open claim has to be decided first (rules C-11).
 */
export const cancelPolicy = (
  policy: Policy,
  product: ProductVersion,
  request: { readonly reason: string },
  given: Given,
): Decision<Cancelled, CancelRefusal> => {
  if (!policyAllows(policy.status, 'cancel'))
    return refuse('policy-state-refuses', { status: policy.status, command: 'cancel' });
  const open = policy.claims.find(({ status }) => !finalClaims.has(status));
  if (open !== undefined) return refuse('claim-open', { claimId: open.claimId });
  const returned = returnPremium(policy, product, given.now);
  if (returned === undefined) return refuse('cancellation-closed', { status: policy.status });
  return accept(cancelled(policy, returned, request.reason, given));
};
