import { PersonalData } from '../../domain/customers/schema.ts';
import { customerDetail } from '../../domain/customers/view/customer-view.ts';
import { accept, refuse } from '../../domain/shared/decision.ts';
import { implement } from '../_kit/implement.ts';
import { includedIn } from '../_kit/include.ts';
import { policyViewOf } from '../_kit/policy-view.ts';
import type { PortsOf } from '../_kit/ports.ts';
import { customers } from './contract.ts';

const contract = customers.endpoints.getCustomer;
const policiesMax = 50;

const policiesOf = async (ports: PortsOf<typeof contract>, customerId: string) => {
  // One more than is shown, to know whether there are others.
  const { items } = await ports.list('policy', { customerId, limit: policiesMax + 1 });
  const shown = items.slice(0, policiesMax).map((policy) => policyViewOf(ports, policy));
  return { policies: { items: shown, more: items.length > policiesMax } };
};

export const endpoint = implement(contract, async ({ params, query, actor, ports }) => {
  const { customerId } = params;
  const { customer, vault } = await ports.load({ customer: customerId, vault: customerId });
  if (customer === undefined || vault === undefined) return refuse('customer-not-found', { customerId });

  const personal = PersonalData.parse(await ports.open(vault, customerId, customer.personal));
  const detail = customerDetail(customer, personal, actor.scopes.includes('customers:personal'));
  if (!includedIn(query).has('policies')) return accept(detail);
  return accept({ ...detail, included: await policiesOf(ports, customerId) });
});
