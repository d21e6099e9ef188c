import { randomBytes } from 'node:crypto';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { productOf } from '../../../domain/products/catalogue.ts';
import { makeOffers } from '../../../domain/quoting/make-offers.ts';
import { QuoteRequest } from '../../../domain/quoting/schema.ts';
import { base32, sha256Base64url } from '../../../functions/_kit/crypto.ts';
import { offerHash, signOffer } from '../../../functions/_kit/offer-token.ts';

/**
 * The task itself, which the conventional functions do by our own domain and our own token of an offer: what is
 * compared is how a function is put together, and not how somebody rates.
 */
export type Event = { readonly headers: Readonly<Record<string, string>>; readonly body: unknown };

const variable = (name: string): string => process.env[name] ?? '';
const keys = createRemoteJWKSet(new URL(variable('TOKEN_JWKS_URL')));

const tenantOf = async (headers: Event['headers']): Promise<string> => {
  const token = (headers['authorization'] ?? '').replace(/^Bearer /, '');
  const { payload } = await jwtVerify(token, keys, {
    issuer: variable('TOKEN_ISSUER'),
    audience: variable('TOKEN_AUDIENCE'),
    typ: 'at+jwt',
    algorithms: ['ES256'],
  });
  return String(payload['tenant']);
};

const offerKey = async () => {
  const port = variable('PARAMETERS_SECRETS_EXTENSION_HTTP_PORT');
  const response = await fetch(`http://localhost:${port}/secretsmanager/get?secretId=offers`, {
    headers: { 'x-aws-parameters-secrets-token': variable('AWS_SESSION_TOKEN') },
  });
  const { SecretString } = (await response.json()) as { SecretString: string };
  const { current = '', ...all } = JSON.parse(SecretString) as Record<string, string>;
  return { kid: current, secret: Buffer.from(all[current] ?? '') };
};

let kept: ReturnType<typeof offerKey> | undefined;

export const quote = async ({ headers, body }: Event) => {
  const tenant = await tenantOf(headers);
  const request = QuoteRequest.parse(body);
  kept ??= offerKey();
  const key = await kept;
  const hashes = { hash: sha256Base64url, keyedHash: offerHash(key) };
  const offerIds = request.items.map(() => `off_${base32(randomBytes(16))}`);
  const now = new Date().toISOString();
  const decision = makeOffers(request, productOf, hashes, { now, tenant, offerIds });
  if (!decision.ok) throw new Error(decision.code);
  const items = decision.value.map((item) => {
    if (item.outcome === 'declined') return item;
    const { terms, offer, ...rest } = item;
    return { ...rest, offer: { ...offer, token: signOffer(terms, key) } };
  });
  return { tenant, items };
};
