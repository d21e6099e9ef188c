import { refuse } from '../../domain/shared/decision.ts';
import { implement } from '../_kit/implement.ts';
import { policyViewOf } from '../_kit/policy-view.ts';
import { conclude, saleOf } from './conclude.ts';
import { policies } from './contract.ts';

export const endpoint = implement(policies.endpoints.bindPolicy, async ({ body, tenant, now, ports }) => {
  const sale = saleOf(body, ports);
  if (sale === undefined) return refuse('quote-tampered');
  const { customerId } = body;
  // The key is read before anything that time can change is checked: a retry finds its answer even when the offer
  // expired.
  const { policy, customer, vault, holders } = await ports.load(
    { policy: sale.policyId, customer: customerId, vault: customerId },
    sale.holds,
  );
  const facts = {
    policyExists: policy !== undefined,
    customerExists: customer !== undefined && vault !== undefined,
    holders,
  };
  const decision = await conclude(sale, facts, { tenant, now, wrappedKey: vault, ports });
  if (!decision.ok) return decision;
  return ports.commit({ policy: decision.value }, (after) => policyViewOf(ports, after.policy));
});
