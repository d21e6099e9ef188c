import { cancelPolicy } from '../../domain/policies/cancel-policy.ts';
import type { Policy } from '../../domain/policies/schema.ts';
import { accept } from '../../domain/shared/decision.ts';
import { productUnder } from '../_kit/policy-view.ts';

type Given = Parameters<typeof cancelPolicy>[3];

/**
 * What a cancellation now would do: its outcome, what the buyer is shown of it, and all that a preview rests on. Both
 * the preview and the cancellation that confirms it come from here, so they cannot differ.
 */
export const cancellationNow = (policy: Policy, request: { readonly reason: string }, given: Given) => {
  const decision = cancelPolicy(policy, productUnder(policy), request, given);
  if (!decision.ok) return decision;
  const [cancellation] = decision.value.events;
  if (cancellation?.type !== 'policy.cancelled') throw new Error('A cancellation begins with its own event.');
  const { rule, refund } = cancellation.data;
  const { currency, productId, productVersion } = policy.terms;
  const money = (amount: number) => ({ amount, currency });
  const terms = {
    rule,
    refund: { gross: money(refund.gross), tax: money(refund.tax), commission: money(refund.commission) },
  };
  return accept({ outcome: decision.value, terms, shown: { ...terms, productId, productVersion } });
};
