import { normalised } from '../../domain/customers/normalise.ts';
import { registerCustomer } from '../../domain/customers/register-customer.ts';
import { customerView } from '../../domain/customers/view/customer-view.ts';
import { refuse } from '../../domain/shared/decision.ts';
import { implement } from '../_kit/implement.ts';
import { customers } from './contract.ts';

export const endpoint = implement(customers.endpoints.registerCustomer, async ({ body, now, ports }) => {
  const { locale, ...personal } = body;
  const customerId = ports.newId('cus');
  // A document is one person's; a telephone may be a family's, so it tells people apart only where there is nothing
  // better.
  const lookup =
    body.identity === undefined
      ? ports.keyed('phone', normalised(body.phone))
      : ports.keyed('identity', normalised(body.identity.number));
  const { customer, holders } = await ports.load({ customer: customerId }, [lookup]);
  if (customer !== undefined) return refuse('customer-already-registered', { customerId });

  const wrappedKey = await ports.newKey(customerId);
  const sealed = await ports.seal(wrappedKey, customerId, personal);
  const decision = registerCustomer(holders, { customerId, locale, personal: sealed, lookups: [lookup] }, { now });
  if (!decision.ok) return decision;

  return ports.commit({ customer: decision.value }, ({ customer }) => customerView(customer), { wrappedKey });
});
