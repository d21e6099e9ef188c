import { endpoint as bindBasket } from '../../functions/policies/bind-basket.ts';
import { endpoint as getBasket } from '../../functions/policies/get-basket.ts';
import { endpoint as getPolicy } from '../../functions/policies/get-policy.ts';
import { endpoint as listBaskets } from '../../functions/policies/list-baskets.ts';
import { endpoint as listPolicies } from '../../functions/policies/list-policies.ts';
import { endpoint as recordOptOuts } from '../../functions/policies/record-opt-outs.ts';
import { aCustomer, anOffer, risks, sellingEndpoints, someOfferKeys } from './sale.ts';
import { aWorld, type WorldOptions } from './world.ts';

const endpoints = [bindBasket, recordOptOuts, getBasket, listBaskets, getPolicy, listPolicies];

type Item = { readonly offer: string; readonly identity: object; readonly acknowledged: readonly object[] };

/** A checkout with a customer, and as many offers for different orders as are asked for. */
export const aCheckout = async (options: WorldOptions = {}) => {
  const world = await aWorld([...sellingEndpoints, ...endpoints], {
    services: { offerKeys: someOfferKeys() },
    ...options,
  });
  const customerId = await aCustomer(world);
  const order = async (orderNumber: string): Promise<Item> => {
    const { token, disclosures } = await anOffer(world, 'return-freight', { orderNumber });
    const required = disclosures.filter((one) => one.required);
    const acknowledged = required.map(({ code, contentHash }) => ({ code, contentHash }));
    return { offer: token, identity: { orderNumber }, acknowledged };
  };
  const orders = (many: number, from = 0): Promise<readonly Item[]> =>
    Promise.all(Array.from({ length: many }, (_none, at) => order(`SO-20261123-${1000 + from + at}`)));
  const device = async (): Promise<Item> => {
    const { token } = await anOffer(world, 'device-protection');
    return { offer: token, identity: risks['device-protection'].identity, acknowledged: [] };
  };
  const body = (items: readonly Item[], change: object = {}) => ({
    ...{ customerId, reference: 'cart-1', collection: 'partner', items },
    ...change,
  });
  const policies = () => world.engine.items().filter(({ pk, sk }) => String(pk).includes('#POL#') && sk === 'STATE');
  return { world, order, orders, device, body, policies };
};
