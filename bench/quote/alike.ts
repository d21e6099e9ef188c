import type { OfferTerms } from '../../domain/quoting/schema.ts';
import { signOffer } from '../../functions/_kit/offer-token.ts';
import type { OfferKey } from '../../functions/_kit/services.ts';

type Json = Readonly<Record<string, unknown>>;

const list = (value: unknown): readonly Json[] => (Array.isArray(value) ? value : []);

/** Hashes and the signature follow from the key; whoever has one of his own must hide the same answers, and sign. */
const sealIn = (token: string, terms: OfferTerms, key: OfferKey | undefined): Json =>
  key === undefined
    ? { hidden: Object.keys(terms.h).toSorted(), signed: /\.[^.]+\.[\w-]{32}$/.test(token) }
    : { hidden: terms.h, signed: token === signOffer(terms, key) };

/** An offer and the terms inside its token, but for what is fresh in each: ids and instants, which must agree. */
const offerIn = ({ offerId, expiresAt, token, ...rest }: Json, key: OfferKey | undefined): Json => {
  const terms: OfferTerms = JSON.parse(Buffer.from(String(token).split('.')[0] ?? '', 'base64url').toString());
  const { o, q, x, h: _sealed, ...shown } = terms;
  return {
    ...{ ...rest, terms: shown, seal: sealIn(String(token), terms, key) },
    ...{ agrees: [o === offerId, x === expiresAt], lastsMs: Date.parse(x) - Date.parse(q) },
  };
};

/**
 * What two who quote must answer alike: of a quote everything that is not fresh in each answer, the terms inside the
 * signed token included, and its signature where all sign with one key; of a refusal its status, its code and the
 * fields that it names. Its words are ours.
 */
export const alikeIn = (status: number, text: string, key?: OfferKey): unknown => {
  const body: Json = JSON.parse(text);
  if (status !== 200)
    return { status, code: body['code'], pointers: list(body['errors']).map(({ pointer }) => pointer) };
  const items = list(body['items']);
  return {
    status,
    items: items.map(({ offer, ...item }) => ({
      ...item,
      ...(offer !== undefined && { offer: offerIn(Object(offer), key) }),
    })),
  };
};
