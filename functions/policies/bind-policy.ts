import { bindPolicy } from '../../domain/policies/bind-policy.ts';
import { productOf } from '../../domain/products/catalogue.ts';
import { deriveInputs } from '../../domain/quoting/derive-inputs.ts';
import { disclosuresOf } from '../../domain/quoting/disclosures-of.ts';
import { repriceOffer } from '../../domain/quoting/reprice-offer.ts';
import { refuse } from '../../domain/shared/decision.ts';
import { sha256Base64url } from '../_kit/crypto.ts';
import { implement } from '../_kit/implement.ts';
import { claimedOffer, offerHash, signingKey } from '../_kit/offer-token.ts';
import { policies } from './contract.ts';
import { uniqueKey } from './unique-key.ts';
import { viewOf } from './view.ts';

export const endpoint = implement(policies.endpoints.bindPolicy, async ({ body, tenant, now, ports }) => {
  const offer = claimedOffer(body.offer);
  const product = offer === undefined ? undefined : productOf(offer.p, offer.n);
  if (offer === undefined || product === undefined) return refuse('quote-tampered');
  const { customerId, identity } = body;
  const policyId = ports.idFrom('pol', 'offer', offer.o);
  const objectHashes = Object.fromEntries(
    Object.entries(identity).map(([field, value]) => [field, ports.keyed(field, value)]),
  );
  const holds = [uniqueKey(product, { ...deriveInputs(product, offer.i, offer.q), ...objectHashes }, ports)];
  // The key is read before anything that time can change is checked: a retry finds its answer even when the offer
  // expired.
  const { policy, customer, vault, holders } = await ports.load(
    { policy: policyId, customer: customerId, vault: customerId },
    holds,
  );
  const key = await signingKey(body.offer, tenant, ports.offerKeys);
  if (key === undefined) return refuse('quote-tampered');

  const status = productOf(offer.p)?.status ?? 'withdrawn';
  const repriced = repriceOffer(offer, product, { keyedHash: offerHash(key), status, identity }, now);
  if (!repriced.ok) return policy === undefined ? repriced : refuse('quote-already-bound', { policyId });

  const decision = bindPolicy(
    { policyExists: policy !== undefined, customerExists: customer !== undefined && vault !== undefined, holders },
    {
      policyId,
      offerId: offer.o,
      productId: offer.p,
      productVersion: offer.n,
      customerId,
      reference: body.reference,
      object: { ...repriced.value.inputs },
      objectHashes,
      sealedObject: vault === undefined ? '' : await ports.seal(vault, customerId, identity),
      holds,
      premium: repriced.value.premium,
      currency: offer.c,
      collection: body.collection,
      acknowledged: body.acknowledged,
      required: disclosuresOf(product, sha256Base64url).filter(({ required }) => required),
    },
    product,
    { now },
  );
  if (!decision.ok) return decision;
  return ports.commit({ policy: decision.value }, (after) => viewOf(ports, after.policy));
});
