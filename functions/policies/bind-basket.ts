import { takeOffers } from '../../domain/baskets/decide-basket.ts';
import { basketView } from '../../domain/baskets/view/basket-view.ts';
import { factsInBasket } from '../../domain/policies/bind-basket.ts';
import { allOrNothing } from '../../domain/shared/all-or-nothing.ts';
import { accept, refuse } from '../../domain/shared/decision.ts';
import { implement } from '../_kit/implement.ts';
import { policyViewOf } from '../_kit/policy-view.ts';
import { conclude, saleOf } from './conclude.ts';
import { policies } from './contract.ts';
import { declinedOf, optOutOf } from './opt-outs.ts';
import { placeIn } from './place-in.ts';

export const endpoint = implement(policies.endpoints.bindBasket, async ({ body, tenant, now, ports }) => {
  const { customerId, collection, reference } = body;
  const named = body.items.map((item) => {
    const sale = saleOf({ ...item, reference: item.reference ?? reference, customerId, collection }, ports);
    return sale === undefined ? refuse('quote-tampered') : accept(sale);
  });
  const sales = allOrNothing(named, placeIn('items'));
  if (!sales.ok) return sales;
  const declined = allOrNothing(
    (body.optOuts ?? []).map(({ offer }) => declinedOf(offer, ports)),
    placeIn('optOuts'),
  );
  if (!declined.ok) return declined;
  const basketId = ports.newId('bsk');
  const policyIds = sales.value.map(({ policyId }) => policyId);
  const holds = sales.value.flatMap((sale) => sale.holds);
  const declinedHolds = declined.value.map(({ hold }) => hold);
  const loaded = await ports.load(
    {
      policy: [...policyIds, ...declined.value.map(({ policyId }) => policyId)],
      ...{ customer: customerId, vault: customerId, basket: basketId },
    },
    [...holds, ...declinedHolds],
  );
  const { customer, vault } = loaded;
  if (customer === undefined || vault === undefined) return refuse('customer-not-found', { customerId });
  const holderOf = (hold: string) => loaded.holders[[...holds, ...declinedHolds].indexOf(hold)];

  const known = sales.value.map((sale, at) => ({
    request: sale,
    facts: {
      policyExists: loaded.policy[at] !== undefined,
      customerExists: true,
      holders: sale.holds.map(holderOf),
    },
  }));
  const given = { tenant, now, wrappedKey: vault, ports };
  const concluded = sales.value.map((sale, at) => conclude(sale, factsInBasket(known, at), given));
  const bound = allOrNothing(await Promise.all(concluded), placeIn('items'));
  if (!bound.ok) return bound;

  const { offerKeys } = ports;
  const evidence = declined.value.map((one) => {
    const boundAs = loaded.policy.find((policy) => policy?.policyId === one.policyId)?.policyId;
    return optOutOf(one, { boundAs, declinedIn: holderOf(one.hold) }, { tenant, offerKeys });
  });
  const optOuts = allOrNothing(await Promise.all(evidence), placeIn('optOuts'));
  if (!optOuts.ok) return optOuts;
  const declinedHere = { basketId, reference, optOuts: optOuts.value, holds: declinedHolds };
  const basket = takeOffers({ customerId, policyIds }, declinedHere, { now });
  return ports.commit({ policy: bound.value, basket }, (after) => ({
    ...basketView(after.basket),
    policies: after.policy.map((policy) => policyViewOf(ports, policy)),
  }));
});
