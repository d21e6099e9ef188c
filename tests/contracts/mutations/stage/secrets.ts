import { createECDH, createHash } from 'node:crypto';
import type { JWK } from 'jose';
import { es256Signer } from '../../../../functions/_adapters/es256-signer.ts';
import { tokenSigner } from '../../../../functions/_adapters/token-signer.ts';
import type { OfferKeys } from '../../../../functions/_kit/services.ts';

const secretOf = (name: string): Buffer => createHash('sha256').update(`mutations ${name}`).digest();

/** Secrets that are the same in every run, so that a token is, and what a flipped bit makes of it. */
const offerKey = { kid: 'k1', secret: secretOf('offers') };
export const offerKeys: OfferKeys = {
  current: async () => offerKey,
  find: async (kid) => (kid === offerKey.kid ? offerKey : undefined),
};

const signingKey = (): JWK & { readonly kid: string } => {
  const pair = createECDH('prime256v1');
  pair.setPrivateKey(secretOf('signatures'));
  const point = pair.getPublicKey();
  const text = (bytes: Buffer): string => bytes.toString('base64url');
  return {
    ...{ kty: 'EC', crv: 'P-256', kid: 'signing-1', d: text(pair.getPrivateKey()) },
    ...{ x: text(point.subarray(1, 33)), y: text(point.subarray(33)) },
  };
};
export const signer = es256Signer(signingKey());

export const accessTokens = tokenSigner({
  ...{ issuer: 'https://api.bindery.test', audience: 'bindery', docsUrl: 'https://docs.bindery.test', signer },
  keys: async () => [{ kty: 'EC', kid: 'token-1' }],
});
