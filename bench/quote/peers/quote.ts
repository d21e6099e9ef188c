import type { QuotableProduct } from '../../../domain/products/quotable/schema.ts';
import { checkBasket, type FindProduct } from '../../../domain/quoting/check-basket.ts';
import { declineReasons, generalReasons } from '../../../domain/quoting/decline-reasons.ts';
import { deriveInputs } from '../../../domain/quoting/derive-inputs.ts';
import { describeCover } from '../../../domain/quoting/describe-cover.ts';
import { disclosuresOf } from '../../../domain/quoting/disclosures-of.ts';
import { offerTerms } from '../../../domain/quoting/offer-terms.ts';
import { type Price, premiumOf, priceOf, rate, worksheetOf } from '../../../domain/quoting/rate.ts';
import type { QuoteItem, QuoteRequest } from '../../../domain/quoting/schema.ts';
import { type Decision, refuse } from '../../../domain/shared/decision.ts';
import type { Inputs } from '../../../domain/shared/form/schema.ts';
import { base32, sha256Base64url } from '../../../functions/_kit/crypto.ts';
import { offerHash, signOffer } from '../../../functions/_kit/offer-token.ts';
import { now, offerKey, random, tenant } from '../given.ts';
import { type Found, factorsOf, type Tariff } from '../rows.ts';

type Priced = Decision<Price, 'no-filed-rate' | 'outside-filed-band'>;

/** How a price is found: in tables of this process, or by an engine. */
export type Pricing = (product: QuotableProduct, inputs: Inputs) => Priced | Promise<Priced>;

/** What is on sale, and how its prices are found. */
export type QuoteSetup = { readonly productOf: FindProduct; readonly price: Pricing };

export const inTables: Pricing = rate;

export const by =
  (find: (tariff: Tariff, inputs: Inputs) => Promise<Found>): Pricing =>
  async (product, inputs) => {
    const factors = factorsOf(product, inputs, await find(product, inputs));
    return factors === undefined ? refuse('no-filed-rate') : priceOf(product, factors);
  };

const hashes = { hash: sha256Base64url, keyedHash: offerHash(offerKey) };

const quoteItem = async (item: QuoteItem, product: QuotableProduct, price: Pricing) => {
  const { itemId } = item;
  const answers = { ...item.insuredObject, ...item.options };
  const inputs = deriveInputs(product, answers, now);
  const reasons = declineReasons(product, inputs);
  if (reasons.length > 0) return { itemId, outcome: 'declined' as const, reasons };
  const found = await price(product, inputs);
  if (!found.ok) {
    const { code } = found;
    return { itemId, outcome: 'declined' as const, reasons: [{ code, text: generalReasons[code] }] };
  }
  const { gross, tax, commission } = premiumOf(product, found.value);
  const offerId = `off_${base32(random(16))}`;
  const terms = offerTerms(product, answers, gross, { now, tenant, offerId, ...hashes });
  const money = (amount: number) => ({ amount, currency: product.currency });
  const offer = {
    offerId,
    productId: product.productId,
    productVersion: product.version,
    premium: { gross: money(gross), tax: money(tax) },
    commission: money(commission),
    worksheet: worksheetOf(found.value),
    coverages: describeCover(product, inputs),
    period: product.period.text,
    disclosures: disclosuresOf(product, sha256Base64url),
    expiresAt: terms.x,
    token: signOffer(terms, offerKey),
  };
  return { itemId, outcome: 'offered' as const, offer };
};

/**
 * The same quote, made of the same domain: eligibility, arithmetic, worksheet and signature are ours, so that what
 * differs is the stack around them and how a rate is found. Undefined where the answers are malformed.
 */
export const quote = async ({ items }: QuoteRequest, { productOf, price }: QuoteSetup) => {
  if (checkBasket({ items }, productOf).length > 0) return undefined;
  return {
    items: await Promise.all(
      items.map((item) => {
        const product = productOf(item.productId);
        if (product === undefined) throw new Error('a checked basket lost its product');
        return quoteItem(item, product, price);
      }),
    ),
  };
};
