import type { ProductStatus, ProductVersion } from '../products/schema.ts';
import { accept, type Decision, refuse } from '../shared/decision.ts';
import type { Inputs } from '../shared/form/schema.ts';
import { declineReasons } from './decline-reasons.ts';
import { deriveInputs } from './derive-inputs.ts';
import type { KeyedHash } from './offer-terms.ts';
import { type Premium, premiumOf, rate } from './rate.ts';
import type { OfferTerms } from './schema.ts';

/** What the buyer gives again at the bind, and how the product stands today. */
export type Supplied = {
  readonly keyedHash: KeyedHash;
  readonly status: ProductStatus;
  /** The personal and identifying answers, in clear: the token holds their hashes only. */
  readonly identity: Readonly<Record<string, string>>;
};

/** What to issue on. The inputs have nothing personal or identifying in clear; `hashes` stand for that. */
export type Repriced = {
  readonly premium: Premium;
  readonly inputs: Inputs;
  readonly hashes: Readonly<Record<string, string>>;
};

export type RepriceRefusal =
  | 'quote-expired'
  | 'product-not-active'
  | 'quote-mismatch'
  | 'no-longer-eligible'
  | 'price-changed';

/**
 * Whether an offer, its token verified, still binds. `product` is the version that was quoted: a newer rate never voids
 * an unexpired offer, but a product that was suspended or withdrawn is not sold (design 6). The price is worked out
 * anew as of the quote, so that a device does not grow older between offer and bind; rules that time can break, such as
 * the cut-off before a departure, are asked again as of now.
 */
export const repriceOffer = (
  terms: OfferTerms,
  product: ProductVersion,
  supplied: Supplied,
  now: string,
): Decision<Repriced, RepriceRefusal> => {
  if (product.productId !== terms.p || product.version !== terms.n) throw new Error('not the product that was quoted');
  if (now >= terms.x) return refuse('quote-expired', { expiredAt: terms.x });
  if (supplied.status !== 'active') return refuse('product-not-active', { status: supplied.status });
  const fields = differing(terms, supplied);
  if (fields.length > 0) return refuse('quote-mismatch', { fields });
  const reasons = declineReasons(product, deriveInputs(product, terms.i, now), true).map(({ code }) => code);
  if (reasons.length > 0) return refuse('no-longer-eligible', { reasons });
  const inputs = deriveInputs(product, terms.i, terms.q);
  const rated = rate(product, inputs);
  if (!rated.ok || rated.value.gross !== terms.a) return refuse('price-changed', { quoted: terms.a });
  return accept({ premium: premiumOf(product, rated.value), inputs, hashes: terms.h });
};

/** The fields that were not given again, were given differently, or were never quoted. */
const differing = ({ h }: OfferTerms, { identity, keyedHash }: Supplied): string[] => {
  const fields = new Set([...Object.keys(h), ...Object.keys(identity)]);
  return [...fields].filter((field) => {
    const value = Object.hasOwn(identity, field) ? identity[field] : undefined;
    return value === undefined || h[field] !== keyedHash(field, value);
  });
};
