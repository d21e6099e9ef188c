import type { QuotableProduct } from '../products/quotable/schema.ts';
import { type Accepted, accept, type Refusal, refuse } from '../shared/decision.ts';
import type { FieldProblem } from '../shared/form/check-form.ts';
import type { Inputs } from '../shared/form/schema.ts';
import { checkBasket, type FindProduct } from './check-basket.ts';
import { declineReasons, generalReasons } from './decline-reasons.ts';
import { deriveInputs } from './derive-inputs.ts';
import { describeCover } from './describe-cover.ts';
import { disclosuresOf } from './disclosures-of.ts';
import { type ItemGiven, type KeyedHash, offerTerms } from './offer-terms.ts';
import { type Price, premiumOf, rate, worksheetOf } from './rate.ts';
import type { Offer, OfferTerms, QuoteItem, QuoteRequest, Reason } from './schema.ts';

/** An item's offer before it is signed, with the terms that its token will carry; or why there is none. */
export type QuotedItem =
  | {
      readonly itemId: string;
      readonly outcome: 'offered';
      readonly offer: Omit<Offer, 'token'>;
      readonly terms: OfferTerms;
    }
  | { readonly itemId: string; readonly outcome: 'declined'; readonly reasons: Reason[] };

/** Every answer that is malformed, at once, so that a partner's engineer repairs them in one go. */
export type InvalidBasket = Refusal<'invalid-inputs'> & { readonly problems: readonly FieldProblem[] };

/** `hash` is SHA-256 of a public text; `keyedHash` hides an answer from everybody without the tenant's secret. */
export type Hashes = { readonly hash: (text: string) => string; readonly keyedHash: KeyedHash };

/** The instant of the quote, the tenant, and one fresh offer id for each item. */
export type QuoteGiven = { readonly now: string; readonly tenant: string; readonly offerIds: readonly string[] };

/** Quotes a basket: reads nothing, writes nothing (design 6). Each item is offered or declined on its own. */
export const makeOffers = (
  request: QuoteRequest,
  productOf: FindProduct,
  hashes: Hashes,
  given: QuoteGiven,
): Accepted<QuotedItem[]> | InvalidBasket => {
  const problems = checkBasket(request, productOf);
  if (problems.length > 0) {
    return { ...refuse('invalid-inputs', { pointers: problems.map(({ pointer }) => pointer) }), problems };
  }
  return accept(
    request.items.map((item, at) => quoteItem(item, known(productOf(item.productId)), hashes, pickId(given, at))),
  );
};

const pickId = ({ now, tenant, offerIds }: QuoteGiven, at: number): ItemGiven => ({
  now,
  tenant,
  offerId: known(offerIds[at]),
});

const known = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Error('a checked basket lost its product, or an item its offer id');
  return value;
};

const quoteItem = (item: QuoteItem, product: QuotableProduct, hashes: Hashes, given: ItemGiven): QuotedItem => {
  const declined = (reasons: Reason[]): QuotedItem => ({ itemId: item.itemId, outcome: 'declined', reasons });
  const general = (code: keyof typeof generalReasons) => declined([{ code, text: generalReasons[code] }]);
  if (product.status !== 'active') return general('product-not-active');
  const answers = { ...item.insuredObject, ...item.options };
  const inputs = deriveInputs(product, answers, given.now);
  const reasons = declineReasons(product, inputs);
  if (reasons.length > 0) return declined(reasons);
  const rated = rate(product, inputs);
  if (!rated.ok) return general(rated.code);
  const terms = offerTerms(product, answers, rated.value.gross, { ...given, ...hashes });
  return {
    itemId: item.itemId,
    outcome: 'offered',
    offer: offerOf(product, inputs, rated.value, { ...hashes, terms }),
    terms,
  };
};

const offerOf = (
  product: QuotableProduct,
  inputs: Inputs,
  price: Price,
  { terms, hash }: Pick<Hashes, 'hash'> & { readonly terms: OfferTerms },
): Omit<Offer, 'token'> => {
  const premium = premiumOf(product, price);
  const money = (amount: number) => ({ amount, currency: product.currency });
  return {
    offerId: terms.o,
    productId: product.productId,
    productVersion: product.version,
    premium: { gross: money(premium.gross), tax: money(premium.tax) },
    commission: money(premium.commission),
    worksheet: worksheetOf(price),
    coverages: describeCover(product, inputs),
    period: product.period.text,
    disclosures: disclosuresOf(product, hash),
    expiresAt: terms.x,
  };
};
