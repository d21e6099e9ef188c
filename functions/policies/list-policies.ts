import { customerView } from '../../domain/customers/view/customer-view.ts';
import { accept } from '../../domain/shared/decision.ts';
import { implement } from '../_kit/implement.ts';
import { includedIn } from '../_kit/include.ts';
import { policyViewOf } from '../_kit/policy-view.ts';
import { policies } from './contract.ts';

export const endpoint = implement(policies.endpoints.listPolicies, async ({ query, ports }) => {
  const { items, next } = await ports.list('policy', query);
  const page = { items: items.map((policy) => policyViewOf(ports, policy)), next };
  if (!includedIn(query).has('customer')) return accept(page);

  const ids = [...new Set(items.map(({ terms }) => terms.customerId))];
  const { customer } = await ports.load({ customer: ids });
  return accept({ ...page, included: { customer: customer.flatMap((one) => (one ? [customerView(one)] : [])) } });
});
