import type { QuotableProduct } from '../products/quotable/schema.ts';
import type { Inputs } from '../shared/form/schema.ts';
import { onceFor } from '../shared/once-for.ts';
import { addMinutes } from '../shared/zone.ts';
import type { OfferTerms } from './schema.ts';

/** Hides an answer from everybody who lacks the tenant's secret; the same answer to the same field hashes alike. */
export type KeyedHash = (field: string, value: string) => string;
export type ItemGiven = { readonly now: string; readonly tenant: string; readonly offerId: string };

/** Fields whose answers are personal or identify what is insured. */
const hiddenIn = onceFor(({ insuredObject, options = [] }: QuotableProduct): ReadonlySet<string> => {
  const hidden = [...insuredObject, ...options].filter(({ personal, hashed }) => personal || hashed);
  return new Set(hidden.map(({ name }) => name));
});

/** What the token of an offer will carry. No answer that is personal or identifying is there in clear (design 6, 8). */
export const offerTerms = (
  product: QuotableProduct,
  answers: Inputs,
  gross: number,
  given: ItemGiven & { readonly keyedHash: KeyedHash },
): OfferTerms => {
  const hidden = hiddenIn(product);
  const i: OfferTerms['i'] = {};
  const h: OfferTerms['h'] = {};
  for (const field in answers) {
    const answer = answers[field];
    if (answer === undefined) continue;
    if (hidden.has(field)) h[field] = given.keyedHash(field, String(answer));
    else i[field] = answer;
  }
  const moments = { q: given.now, x: addMinutes(given.now, product.offerMinutes) };
  return {
    v: 1,
    o: given.offerId,
    t: given.tenant,
    p: product.productId,
    n: product.version,
    i,
    h,
    a: gross,
    c: product.currency,
    ...moments,
  };
};
