import type { BindFacts, BindRequest } from './bind-policy.ts';

/** One item of a basket with what stands in the table for it. */
export type BasketItem = { readonly facts: BindFacts; readonly request: Pick<BindRequest, 'policyId' | 'holds'> };

/**
 * What stands for an item once the items before it are bound: an offer is bound at most once and a thing is insured by
 * one living policy, inside a basket as anywhere.
 */
export const factsInBasket = (items: readonly BasketItem[], place: number): BindFacts => {
  const item = items[place];
  if (item === undefined) throw new Error(`A basket of ${items.length} has no item ${place}.`);
  const before = items.slice(0, place).map(({ request }) => request);
  const { facts, request } = item;
  return {
    ...facts,
    policyExists: facts.policyExists || before.some(({ policyId }) => policyId === request.policyId),
    holders: request.holds.map(
      (hold, at) => facts.holders[at] ?? before.find(({ holds }) => holds.includes(hold))?.policyId,
    ),
  };
};
