import { OfferTerms } from '../../domain/quoting/schema.ts';
import { keyedHash, sameSecret } from './crypto.ts';
import type { OfferKey, OfferKeys } from './services.ts';

const macOf = (key: OfferKey, body: string): string => keyedHash(24, key.secret, 'offer', key.kid, body);

/**
 * Signs an offer's terms: `<terms>.<key id>.<mac>`, at most 1.5 kB (design §6). Nothing in it identifies a person or a
 * thing.
 */
export const signOffer = (terms: OfferTerms, key: OfferKey): string => {
  const body = Buffer.from(JSON.stringify(terms)).toString('base64url');
  return `${body}.${key.kid}.${macOf(key, body)}`;
};

const termsIn = (body: string): unknown => {
  try {
    return JSON.parse(Buffer.from(body, 'base64url').toString());
  } catch {
    return undefined;
  }
};

/**
 * The offer that a token claims to be, before anything about it is believed. A retry must find its answer by it even
 * when the offer has expired or its signing key has left the ring.
 */
export const claimedOffer = (token: string): OfferTerms | undefined => {
  const parsed = OfferTerms.safeParse(termsIn(token.split('.')[0] ?? ''));
  return parsed.success ? parsed.data : undefined;
};

/** The key under which we signed this token for this tenant; undefined for a token that is not ours or not theirs. */
export const signingKey = async (token: string, tenant: string, keys: OfferKeys): Promise<OfferKey | undefined> => {
  const [body = '', kid = ''] = token.split('.');
  const key = await keys.find(kid);
  // The whole text is compared, so that one offer has one token.
  const ours = key !== undefined && sameSecret(token, `${body}.${kid}.${macOf(key, body)}`);
  return ours && claimedOffer(token)?.t === tenant ? key : undefined;
};

/** Hides an identifying answer inside an offer; the same key opens the comparison when the offer is bound. */
export const offerHash =
  ({ secret }: OfferKey) =>
  (field: string, value: string): string =>
    keyedHash(16, secret, 'answer', field, value);
