import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { randomPool } from '../../functions/_adapters/random-pool.ts';
import { base64url } from '../../functions/_kit/crypto.ts';

/** The instant of every quote: all contenders are asked at the same time, or their answers would differ by it. */
export const now = '2026-11-23T08:00:00.000Z';
export const tenant = 'shop-a';
export const issuer = 'https://api.bindery.test';
export const random = randomPool();
export const offerKey = { kid: 'k1', secret: random(32) };

const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true });
export const jwks = { keys: [{ ...(await exportJWK(publicKey)), kid: 'bench', alg: 'ES256', use: 'sig' }] };

const seconds = Date.parse(now) / 1_000;

/** An access token as the token endpoint gives them: every contender verifies it, and remembers that it did. */
export const token = await new SignJWT({ tenant, scope: 'quotes:write', sec: 'sec_1', jti: base64url(random(16)) })
  .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: 'bench' })
  .setIssuer(issuer)
  .setAudience(issuer)
  .setSubject(`${tenant}.crd_1`)
  .setIssuedAt(seconds - 10)
  .setExpirationTime(seconds + 280)
  .sign(privateKey);
