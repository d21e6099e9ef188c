import type { ProductVersion } from '../schema.ts';

/** What no price and no offer needs of a product: the function that quotes leaves it behind and is lighter for it. */
export const unquoted = [
  'name',
  'summary',
  'uniqueBy',
  'payWithinHours',
  'waiting',
  'cancellation',
] as const satisfies readonly (keyof ProductVersion)[];

/** A product as quoting sees it. */
export type QuotableProduct = Omit<ProductVersion, (typeof unquoted)[number]>;
