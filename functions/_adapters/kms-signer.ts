import { createHash, createPublicKey } from 'node:crypto';
import { calculateJwkThumbprint, type JWK } from 'jose';
import { base64url } from '../_kit/crypto.ts';
import { canonicalJson } from '../_kit/record.ts';
import type { Signer } from '../_kit/services.ts';
import type { Kms } from './kms-client.ts';

const integerBytes = 32;

/** One DER INTEGER at an offset, as the fixed 32 bytes that JOSE wants. P-256 signatures never need a long length. */
const integerAt = (der: Uint8Array, at: number): { readonly bytes: Uint8Array; readonly end: number } => {
  const length = der[at + 1];
  if (der[at] !== 0x02 || length === undefined) throw new Error('KMS answered no DER signature.');
  const end = at + 2 + length;
  const significant = Buffer.from(der.subarray(at + 2, end)).subarray(-integerBytes);
  return { bytes: Buffer.concat([Buffer.alloc(integerBytes - significant.length), significant]), end };
};

/** `SEQUENCE { r, s }` as `r || s` (RFC 7518 §3.4). */
export const joseSignature = (der: Uint8Array): Uint8Array => {
  if (der[0] !== 0x30) throw new Error('KMS answered no DER signature.');
  const r = integerAt(der, 2);
  const s = integerAt(der, r.end);
  return Buffer.concat([r.bytes, s.bytes]);
};

const textBase64url = (value: object): string => base64url(Buffer.from(canonicalJson(value)));

/** The public half of a KMS key as it stands in the JWKS; its `kid` is its RFC 7638 thumbprint. */
export const kmsPublicJwk = async (
  kms: Pick<Kms, 'publicKey'>,
  keyId: string,
): Promise<JWK & { readonly kid: string }> => {
  const key = Buffer.from(await kms.publicKey(keyId));
  const jwk = createPublicKey({ key, format: 'der', type: 'spki' }).export({ format: 'jwk' });
  return { ...jwk, kid: await calculateJwkThumbprint(jwk), alg: 'ES256', use: 'sig' };
};

/** Signs as compact JWS with a key that never leaves KMS (ECC_NIST_P256). Its public half is asked for once. */
export const kmsSigner = (kms: Pick<Kms, 'publicKey' | 'sign'>, keyId: string): Signer => {
  let known: Promise<JWK & { readonly kid: string }> | undefined;
  const publicKey = () => {
    known ??= kmsPublicJwk(kms, keyId);
    // A failure is not remembered: the next signature asks again.
    known.catch(() => {
      known = undefined;
    });
    return known;
  };
  return {
    sign: async (payload, type) => {
      const { kid } = await publicKey();
      const signed = `${textBase64url({ alg: 'ES256', kid, typ: type })}.${textBase64url(payload)}`;
      const der = await kms.sign(keyId, createHash('sha256').update(signed).digest());
      return `${signed}.${base64url(joseSignature(der))}`;
    },
  };
};
