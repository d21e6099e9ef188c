import { masked } from '../../domain/customers/normalise.ts';
import { PersonalData } from '../../domain/customers/schema.ts';
import { accept, refuse } from '../../domain/shared/decision.ts';
import { implement } from '../_kit/implement.ts';
import { customers } from './contract.ts';
import { viewOf } from './view.ts';

const maskedPerson = ({ name, identity, phone, email }: PersonalData) => ({
  name: masked(name),
  phone: masked(phone),
  ...(identity !== undefined && { identity: { type: identity.type, number: masked(identity.number) } }),
  ...(email !== undefined && { email: masked(email) }),
});

export const endpoint = implement(customers.endpoints.getCustomer, async ({ params, actor, ports }) => {
  const { customerId } = params;
  const { customer, vault } = await ports.load({ customer: customerId, vault: customerId });
  if (customer === undefined || vault === undefined) return refuse('customer-not-found', { customerId });

  const personal = PersonalData.parse(await ports.open(vault, customerId, customer.personal));
  const inFull = actor.scopes.includes('customers:personal');
  return accept({ ...viewOf(customer), masked: !inFull, personal: inFull ? personal : maskedPerson(personal) });
});
