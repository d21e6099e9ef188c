import { basketRefusals } from '../../domain/baskets/refusals.ts';
import { policyRefusals } from '../../domain/policies/refusals.ts';
import { offerRefusals } from '../../domain/quoting/refusals.ts';

const titles: Readonly<Record<string, { readonly title: string }>> = {
  ...policyRefusals,
  ...offerRefusals,
  ...basketRefusals,
};

/** What a refusal of one item is called in the list of all that were refused. */
export const titleOf = (code: string): string => titles[code]?.title ?? code;

/** Where an item stands in the body. */
export const placeIn =
  (field: 'items' | 'optOuts') =>
  (place: number): string =>
    `/${field}/${place}`;
