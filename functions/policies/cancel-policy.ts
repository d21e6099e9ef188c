import { cancelPolicy } from '../../domain/policies/cancel-policy.ts';
import { refuse } from '../../domain/shared/decision.ts';
import { implement } from '../_kit/implement.ts';
import { policies } from './contract.ts';
import { productUnder } from './product-under.ts';

export const endpoint = implement(policies.endpoints.cancelPolicy, async ({ params, body, now, ports }) => {
  const { policyId } = params;
  const { policy } = await ports.load({ policy: policyId });
  if (policy === undefined) return refuse('policy-not-found', { policyId });

  const given = { now, disbursementId: ports.newId('dsb') };
  const decision = cancelPolicy(policy, productUnder(policy), body, given);
  if (!decision.ok) return decision;
  const [cancellation] = decision.value.events;
  if (cancellation?.type !== 'policy.cancelled') throw new Error('A cancellation begins with its own event.');
  const { rule, refund } = cancellation.data;
  const money = (amount: number) => ({ amount, currency: policy.terms.currency });
  return ports.commit({ policy: decision.value }, (after) => ({
    policyId,
    status: after.policy.status,
    rule,
    refund: { gross: money(refund.gross), tax: money(refund.tax), commission: money(refund.commission) },
    cancelledAt: now,
  }));
});
