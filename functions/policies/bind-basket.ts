import { takeOffers } from '../../domain/baskets/decide-basket.ts';
import { factsInBasket } from '../../domain/policies/bind-basket.ts';
import { policyRefusals } from '../../domain/policies/refusals.ts';
import { offerRefusals } from '../../domain/quoting/refusals.ts';
import { allOrNothing } from '../../domain/shared/all-or-nothing.ts';
import { refuse } from '../../domain/shared/decision.ts';
import { implement } from '../_kit/implement.ts';
import { policyViewOf } from '../_kit/policy-view.ts';
import { conclude, type Sale, saleOf } from './conclude.ts';
import { policies } from './contract.ts';
import { optOutOf } from './opt-outs.ts';

const titles: Readonly<Record<string, { readonly title: string }>> = { ...policyRefusals, ...offerRefusals };
const titleOf = (code: string): string => titles[code]?.title ?? code;
const isSale = (sale: Sale | undefined): sale is Sale => sale !== undefined;

export const endpoint = implement(policies.endpoints.bindBasket, async ({ body, tenant, now, ports }) => {
  const { customerId, collection, items, optOuts: declined = [] } = body;
  const wanted = items.map((item) => ({
    ...item,
    reference: item.reference ?? body.reference,
    customerId,
    collection,
  }));
  const sales = wanted.map((item) => saleOf(item, ports)).filter(isSale);
  if (sales.length < items.length) return refuse('quote-tampered');
  const basketId = ports.newId('bsk');
  const policyIds = sales.map(({ policyId }) => policyId);
  const holds = sales.flatMap((sale) => sale.holds);
  const loaded = await ports.load(
    { policy: policyIds, customer: customerId, vault: customerId, basket: basketId },
    holds,
  );
  const { customer, vault } = loaded;
  if (customer === undefined || vault === undefined) return refuse('customer-not-found', { customerId });

  const known = sales.map((sale, at) => ({
    request: sale,
    facts: {
      policyExists: loaded.policy[at] !== undefined,
      customerExists: true,
      holders: sale.holds.map((hold) => loaded.holders[holds.indexOf(hold)]),
    },
  }));
  const given = { tenant, now, wrappedKey: vault, ports };
  const concluded = await Promise.all(sales.map((sale, at) => conclude(sale, factsInBasket(known, at), given)));
  const bound = allOrNothing(concluded, (at) => `/items/${at}`, titleOf);
  if (!bound.ok) return bound;
  const evidence = await Promise.all(declined.map(({ offer }) => optOutOf(offer, tenant, ports.offerKeys)));
  const optOuts = allOrNothing(evidence, (at) => `/optOuts/${at}`, titleOf);
  if (!optOuts.ok) return optOuts;

  const { reference } = body;
  const declinedHere = { basketId, reference, optOuts: optOuts.value };
  const basket = takeOffers({ customerId, policyIds }, declinedHere, { now });
  return ports.commit({ policy: bound.value, basket }, (after) => ({
    ...after.basket,
    policies: after.policy.map((policy) => policyViewOf(ports, policy)),
  }));
});
