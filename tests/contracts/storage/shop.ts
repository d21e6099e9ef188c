import { addMinutes } from '../../../domain/shared/zone.ts';
import type { TableClient } from '../../../functions/_storage/client.ts';
import { endpoint as getPolicy } from '../../../functions/policies/get-policy.ts';
import { endpoint as listPolicies } from '../../../functions/policies/list-policies.ts';
import { cancellingEndpoints } from '../../support/cancellation.ts';
import { aBindBody, aCustomer, anOffer, risks, sellingEndpoints, someOfferKeys } from '../../support/sale.ts';
import { type Answer, aWorld } from '../../support/world.ts';

const endpoints = [...sellingEndpoints, ...cancellingEndpoints, getPolicy, listPolicies];
const { identity } = risks['return-freight'];

export type Through = (client: TableClient) => TableClient;
export type OpenShop = (through?: Through) => ReturnType<typeof openShop>;

let count = 0;

/** A shop on a given engine, with a customer and an offer to bind; `through` stands between adapter and engine. */
export const openShop = async (client: TableClient, through?: Through) => {
  count += 1;
  const world = await aWorld(endpoints, {
    client,
    seed: `world-${count}`,
    services: { offerKeys: someOfferKeys() },
    startAt: addMinutes('2026-11-23T08:00:00.000Z', count),
    ...(through !== undefined && { through }),
  });
  const order = { orderNumber: `SO-00000-${count}` };
  const customerId = await aCustomer(world, { identity: { type: 'passport', number: `P0000${count}` } });
  const offer = await anOffer(world, 'return-freight', order);
  return { world, order, body: aBindBody(offer, customerId, { identity: { ...identity, ...order } }) };
};

export const policyIdIn = ({ body }: Answer): string => (body as { policyId: string }).policyId;
