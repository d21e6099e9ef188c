import { randomBytes } from 'node:crypto';
import { productOf } from '../../domain/products/catalogue.ts';
import { makeOffers } from '../../domain/quoting/make-offers.ts';
import { QuoteRequest } from '../../domain/quoting/schema.ts';
import { base32, sha256Base64url } from '../../functions/_kit/crypto.ts';
import { offerHash, signOffer } from '../../functions/_kit/offer-token.ts';
import { sandboxTenant } from '../../local/seed/sandbox.ts';

const key = { kid: 'bench-1', secret: new Uint8Array(randomBytes(32)) };
const hashes = { hash: sha256Base64url, keyedHash: offerHash(key) };

export type Answered = { readonly status: number; readonly body: object };

const refusal = (code: string, pointers: readonly string[]): Answered => ({
  status: 422,
  body: { status: 422, code, errors: pointers.map((pointer) => ({ pointer })) },
});

/**
 * The quote as somebody would serve it who takes our domain and writes a server around it: the body checked by zod,
 * priced, signed. There is no caller to prove, no limit, no log, no metric, and no problem document in two languages.
 */
export const quoted = (parsed: unknown): Answered => {
  const checked = QuoteRequest.safeParse(parsed);
  if (!checked.success)
    return refusal(
      'invalid-request',
      checked.error.issues.map(({ path }) => ['', ...path.map(String)].join('/')),
    );
  const { items } = checked.data;
  const offerIds = items.map(() => `off_${base32(randomBytes(16))}`);
  const given = { now: new Date().toISOString(), tenant: sandboxTenant, offerIds };
  const decision = makeOffers(checked.data, productOf, hashes, given);
  if (!decision.ok)
    return refusal(
      decision.code,
      decision.problems.map(({ pointer }) => pointer),
    );
  const results = decision.value.map((item) => {
    if (item.outcome === 'declined') return item;
    const { terms, offer, ...rest } = item;
    return { ...rest, offer: { ...offer, token: signOffer(terms, key) } };
  });
  return { status: 200, body: { items: results } };
};
