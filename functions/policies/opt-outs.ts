import type { OptOut } from '../../domain/baskets/schema.ts';
import { productOf } from '../../domain/products/catalogue.ts';
import { disclosuresOf } from '../../domain/quoting/disclosures-of.ts';
import { accept, type Decision, refuse } from '../../domain/shared/decision.ts';
import { sha256Base64url } from '../_kit/crypto.ts';
import { claimedOffer, signingKey } from '../_kit/offer-token.ts';
import type { OfferKeys } from '../_kit/services.ts';

/**
 * What a buyer was offered and declined, from our own signed token and from nothing that the caller says. An offer that
 * has expired since was declined all the same.
 */
export const optOutOf = async (
  token: string,
  tenant: string,
  offerKeys: OfferKeys,
): Promise<Decision<OptOut, 'quote-tampered'>> => {
  const offer = claimedOffer(token);
  const product = offer === undefined ? undefined : productOf(offer.p, offer.n);
  const key = await signingKey(token, tenant, offerKeys);
  if (offer === undefined || product === undefined || key === undefined) return refuse('quote-tampered');
  return accept({
    offerId: offer.o,
    productId: offer.p,
    productVersion: offer.n,
    premium: { amount: offer.a, currency: offer.c },
    disclosures: disclosuresOf(product, sha256Base64url).map(({ code, contentHash }) => ({ code, contentHash })),
    quotedAt: offer.q,
  });
};
