import { productOf } from '../../domain/products/catalogue.ts';
import { makeOffers } from '../../domain/quoting/make-offers.ts';
import { accept } from '../../domain/shared/decision.ts';
import { base32, sha256Base64url } from '../_kit/crypto.ts';
import { implement } from '../_kit/implement.ts';
import { offerHash, signOffer } from '../_kit/offer-token.ts';
import { quoting } from './contract.ts';

export const endpoint = implement(quoting.endpoints.createQuote, async ({ body, tenant, now, ports }) => {
  const key = await ports.offerKeys.current();
  const offerIds = body.items.map(() => `off_${base32(ports.random(16))}`);
  const hashes = { hash: sha256Base64url, keyedHash: offerHash(key) };
  const decision = makeOffers(body, productOf, hashes, { now, tenant, offerIds });
  if (!decision.ok) return decision;

  return accept({
    items: decision.value.map((item) => {
      if (item.outcome === 'declined') return item;
      const { itemId, outcome, terms, offer } = item;
      return { itemId, outcome, offer: { ...offer, token: signOffer(terms, key) } };
    }),
  });
});
