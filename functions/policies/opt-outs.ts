import { declineOffer } from '../../domain/baskets/decline-offer.ts';
import type { OptOut } from '../../domain/baskets/schema.ts';
import { productOf } from '../../domain/products/catalogue.ts';
import { disclosuresOf } from '../../domain/quoting/disclosures-of.ts';
import type { OfferTerms } from '../../domain/quoting/schema.ts';
import { accept, type Decision, refuse } from '../../domain/shared/decision.ts';
import { sha256Base64url } from '../_kit/crypto.ts';
import { claimedOffer, signingKey } from '../_kit/offer-token.ts';
import type { OfferKeys } from '../_kit/services.ts';

type Names = {
  idFrom(prefix: string, ...parts: readonly string[]): string;
  keyed(name: string, value: string): string;
};

/** An offer that is said to be declined: what its token claims, and the names of what would speak against it. */
export type Declined = {
  readonly token: string;
  readonly offer: OfferTerms;
  /** The policy that it would be, had it been bound. */
  readonly policyId: string;
  /** Under this an offer is declined once. */
  readonly hold: string;
};

/** Names what has to be read for each; a token that is none of ours by its form is refused at its place. */
export const declinedOf = (token: string, ports: Names): Decision<Declined, 'quote-tampered'> => {
  const offer = claimedOffer(token);
  if (offer === undefined) return refuse('quote-tampered');
  return accept({
    ...{ token, offer },
    policyId: ports.idFrom('pol', 'offer', offer.o),
    hold: ports.keyed('declined', offer.o),
  });
};

/**
 * What a buyer was offered and declined, from our own signed token and from nothing that the caller says. An offer that
 * has expired since was declined all the same.
 */
export const optOutOf = async (
  { token, offer }: Declined,
  facts: Parameters<typeof declineOffer>[1],
  { tenant, offerKeys }: { readonly tenant: string; readonly offerKeys: OfferKeys },
): Promise<Decision<OptOut, 'quote-tampered' | 'quote-already-bound' | 'offer-already-declined'>> => {
  const product = productOf(offer.p, offer.n);
  const key = await signingKey(token, tenant, offerKeys);
  if (product === undefined || key === undefined) return refuse('quote-tampered');
  const optOut: OptOut = {
    offerId: offer.o,
    productId: offer.p,
    productVersion: offer.n,
    premium: { amount: offer.a, currency: offer.c },
    disclosures: disclosuresOf(product, sha256Base64url).map(({ code, contentHash }) => ({ code, contentHash })),
    quotedAt: offer.q,
  };
  return declineOffer(optOut, facts);
};
