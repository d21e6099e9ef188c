import { type BindRequest, bindPolicy } from '../../domain/policies/bind-policy.ts';
import { productOf } from '../../domain/products/catalogue.ts';
import { messagesOf } from '../../domain/products/message-catalogue.ts';
import type { ProductVersion } from '../../domain/products/schema.ts';
import { deriveInputs } from '../../domain/quoting/derive-inputs.ts';
import { disclosuresOf } from '../../domain/quoting/disclosures-of.ts';
import { repriceOffer } from '../../domain/quoting/reprice-offer.ts';
import type { OfferTerms } from '../../domain/quoting/schema.ts';
import { refuse } from '../../domain/shared/decision.ts';
import { sha256Base64url } from '../_kit/crypto.ts';
import { claimedOffer, offerHash, signingKey } from '../_kit/offer-token.ts';
import type { OfferKeys } from '../_kit/services.ts';
import { uniqueKey } from './unique-key.ts';

/** What a buyer accepts of a checkout, as the body names it. */
export type Wanted = Pick<BindRequest, 'customerId' | 'reference' | 'collection' | 'acknowledged'> & {
  readonly offer: string;
  readonly identity: Readonly<Record<string, string>>;
};

/** A sale before anything is read: the offer as its token claims it to be, and the names of what it would make. */
export type Sale = {
  readonly wanted: Wanted;
  readonly offer: OfferTerms;
  readonly product: ProductVersion;
  readonly policyId: string;
  readonly objectHashes: Readonly<Record<string, string>>;
  readonly holds: readonly string[];
};

type Names = {
  idFrom(prefix: string, ...parts: readonly string[]): string;
  keyed(name: string, value: string): string;
};
type Given = {
  readonly tenant: string;
  readonly now: string;
  readonly wrappedKey: string | undefined;
  readonly ports: {
    readonly offerKeys: OfferKeys;
    seal(wrappedKey: string, customerId: string, value: unknown): Promise<string>;
  };
};
type Facts = Parameters<typeof bindPolicy>[0];

/** Names what a sale needs to read; undefined for a token that is none of ours by its form. */
export const saleOf = (wanted: Wanted, ports: Names): Sale | undefined => {
  const offer = claimedOffer(wanted.offer);
  const product = offer === undefined ? undefined : productOf(offer.p, offer.n);
  if (offer === undefined || product === undefined) return undefined;
  const objectHashes = Object.fromEntries(
    Object.entries(wanted.identity).map(([field, value]) => [field, ports.keyed(field, value)]),
  );
  const inputs = { ...deriveInputs(product, offer.i, offer.q), ...objectHashes };
  return {
    ...{ wanted, offer, product, objectHashes },
    policyId: ports.idFrom('pol', 'offer', offer.o),
    holds: [uniqueKey(product, inputs, ports)],
  };
};

/** Decides a sale on what was read: the token is proved, the price reached again, and the contract concluded. */
export const conclude = async (sale: Sale, facts: Facts, { tenant, now, wrappedKey, ports }: Given) => {
  const { wanted, offer, product, policyId, objectHashes, holds } = sale;
  const { customerId, identity, reference, collection, acknowledged } = wanted;
  const key = await signingKey(wanted.offer, tenant, ports.offerKeys);
  if (key === undefined) return refuse('quote-tampered');

  const status = productOf(offer.p)?.status ?? 'withdrawn';
  const repriced = repriceOffer(offer, product, { keyedHash: offerHash(key), status, identity }, now);
  if (!repriced.ok) return facts.policyExists ? refuse('quote-already-bound', { policyId }) : repriced;
  return bindPolicy(
    facts,
    {
      ...{ policyId, customerId, reference, objectHashes, holds, collection, acknowledged },
      ...{ offerId: offer.o, productId: offer.p, productVersion: offer.n, currency: offer.c },
      object: { ...repriced.value.inputs },
      sealedObject: wrappedKey === undefined ? '' : await ports.seal(wrappedKey, customerId, identity),
      premium: repriced.value.premium,
      required: disclosuresOf(product, sha256Base64url).filter(({ required }) => required),
    },
    product,
    { now, reminders: messagesOf(product).reminders },
  );
};
