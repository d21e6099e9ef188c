import { normalised } from '../../domain/customers/normalise.ts';
import { customerView } from '../../domain/customers/view/customer-view.ts';
import { accept, refuse } from '../../domain/shared/decision.ts';
import { implement } from '../_kit/implement.ts';
import { customers } from './contract.ts';

export const endpoint = implement(customers.endpoints.findCustomer, async ({ body, ports }) => {
  const lookups = [
    ...(body.identityNumber === undefined ? [] : [ports.keyed('identity', normalised(body.identityNumber))]),
    ...(body.phone === undefined ? [] : [ports.keyed('phone', normalised(body.phone))]),
  ];
  const { holders } = await ports.load({}, lookups);
  const customerId = holders.find((holder) => holder !== undefined);
  if (customerId === undefined) return refuse('customer-not-found');

  const { customer } = await ports.load({ customer: customerId });
  return customer === undefined ? refuse('customer-not-found') : accept(customerView(customer));
});
