import type { FindProduct } from '../../domain/quoting/check-basket.ts';
import { makeOffers } from '../../domain/quoting/make-offers.ts';
import type { QuoteRequest } from '../../domain/quoting/schema.ts';
import { base32, sha256Base64url } from '../../functions/_kit/crypto.ts';
import { offerHash, signOffer } from '../../functions/_kit/offer-token.ts';
import type { OfferKey } from '../../functions/_kit/services.ts';

type Given = {
  readonly now: string;
  readonly tenant: string;
  readonly offerKey: OfferKey;
  readonly random: (bytes: number) => Uint8Array;
};

/** Our own decision about a basket that zod has let through: the whole answer, or the answers that a form refuses. */
export const decided = (basket: QuoteRequest, productOf: FindProduct, { now, tenant, offerKey, random }: Given) => {
  const offerIds = basket.items.map(() => `off_${base32(random(16))}`);
  const hashes = { hash: sha256Base64url, keyedHash: offerHash(offerKey) };
  const decision = makeOffers(basket, productOf, hashes, { now, tenant, offerIds });
  if (!decision.ok) return decision;
  const items = decision.value.map((item) => {
    if (item.outcome === 'declined') return item;
    const { terms, offer, ...rest } = item;
    return { ...rest, offer: { ...offer, token: signOffer(terms, offerKey) } };
  });
  return { ok: true, items } as const;
};
