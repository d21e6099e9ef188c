import { createHmac, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';

type Json = Readonly<Record<string, unknown>>;

export const ours = generateKeyPairSync('ec', { namedCurve: 'P-256' });
export const forgers = generateKeyPairSync('ec', { namedCurve: 'P-256' });
export const forgersRsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const forgersP384 = generateKeyPairSync('ec', { namedCurve: 'P-384' });
const forgersEd = generateKeyPairSync('ed25519');

export const kid = 'token-1';
export const published = { ...ours.publicKey.export({ format: 'jwk' }), kid, alg: 'ES256', use: 'sig' };
export const issuer = 'https://api.bindery.test';
export const now = '2026-11-23T08:00:00.000Z';
export const at = Date.parse(now) / 1000;

export const goodHeader: Json = { alg: 'ES256', typ: 'at+jwt', kid };
export const goodClaims: Json = {
  ...{ iss: issuer, aud: 'bindery', sub: 'shop-a.crd_01jd8x2k7v5m3q9w4t6y8r0z1b', client_id: 'shop-a' },
  ...{ iat: at, exp: at + 300, jti: 'jti-1', tenant: 'shop-a', scope: 'customers:write policies:read payments:read' },
};

const base64 = (value: string | Uint8Array): string => Buffer.from(value).toString('base64url');
export const encoded = (value: Json): string => base64(JSON.stringify(value));

export type Signing = (input: string) => string;
const signedBy =
  (key: KeyObject, hash: string | undefined, ieee = true): Signing =>
  (input) =>
    base64(sign(hash, Buffer.from(input), { key, ...(ieee && { dsaEncoding: 'ieee-p1363' as const }) }));

/** Ways to sign: the platform's own, and those of somebody who has all of its public keys and none of its secrets. */
export const by = {
  us: signedBy(ours.privateKey, 'sha256'),
  usInDer: signedBy(ours.privateKey, 'sha256', false),
  forger: signedBy(forgers.privateKey, 'sha256'),
  rsa: signedBy(forgersRsa.privateKey, 'sha256', false),
  rsa512: signedBy(forgersRsa.privateKey, 'sha512', false),
  p384: signedBy(forgersP384.privateKey, 'sha384'),
  ed: signedBy(forgersEd.privateKey, undefined, false),
  hmac:
    (secret: string | Uint8Array, hash = 'sha256'): Signing =>
    (input) =>
      createHmac(hash, secret).update(input).digest('base64url'),
  text:
    (signature: string): Signing =>
    () =>
      signature,
  bytes:
    (bytes: Uint8Array): Signing =>
    () =>
      base64(bytes),
} as const;

/** A token with some of its parts changed, signed as it is said. */
export const token = (
  { header = {}, claims = {} }: { readonly header?: Json; readonly claims?: Json } = {},
  signing: Signing = by.us,
): string => {
  const input = `${encoded({ ...goodHeader, ...header })}.${encoded({ ...goodClaims, ...claims })}`;
  return `${input}.${signing(input)}`;
};

/** A token whose parts are these very texts, as no JSON library would write them. */
export const tokenOf = (header: string, claims: string, signing: Signing = by.us): string => {
  const input = `${base64(header)}.${base64(claims)}`;
  return `${input}.${signing(input)}`;
};

/** The public key in every form in which a careless verifier may take it for the secret of an HMAC. */
export const publicForms: readonly (readonly [string, string | Uint8Array])[] = [
  ['PEM', ours.publicKey.export({ format: 'pem', type: 'spki' }) as string],
  ['PEM without its last newline', (ours.publicKey.export({ format: 'pem', type: 'spki' }) as string).trim()],
  ['DER', ours.publicKey.export({ format: 'der', type: 'spki' })],
  ['JWK', JSON.stringify(published)],
  ['its x', Buffer.from(String(published.x), 'base64url')],
  ['an empty secret', ''],
];

/** P-256's order: as a number of a signature it is zero in disguise. */
export const order = Buffer.from('ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551', 'hex');
