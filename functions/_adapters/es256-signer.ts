import { CompactSign, importJWK, type JWK } from 'jose';
import { canonicalJson } from '../_kit/record.ts';
import type { Signer } from '../_kit/services.ts';

/**
 * Signs as compact JWS (ES256) with a private key at hand, as on a laptop. Its `kid` names the public half in the
 * JWKS.
 */
export const es256Signer = (privateJwk: JWK & { readonly kid: string }): Signer => {
  const key = importJWK(privateJwk, 'ES256');
  // A key that cannot be read is reported by the first signature, and not as a rejection that nobody awaits.
  key.catch(() => undefined);
  return {
    sign: async (payload, type) =>
      new CompactSign(new TextEncoder().encode(canonicalJson(payload)))
        .setProtectedHeader({ alg: 'ES256', kid: privateJwk.kid, typ: type })
        .sign(await key),
  };
};
