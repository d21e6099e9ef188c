import { createHash, createPublicKey } from 'node:crypto';
import { GetPublicKeyCommand, type KMSClient, SignCommand } from '@aws-sdk/client-kms';
import { calculateJwkThumbprint, type JWK } from 'jose';
import { base64url } from '../_kit/crypto.ts';
import { canonicalJson } from '../_kit/record.ts';
import type { Signer } from '../_kit/services.ts';

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
  client: Pick<KMSClient, 'send'>,
  keyId: string,
): Promise<JWK & { readonly kid: string }> => {
  const { PublicKey } = await client.send(new GetPublicKeyCommand({ KeyId: keyId }));
  if (PublicKey === undefined) throw new Error(`KMS has no public key for ${keyId}.`);
  const jwk = createPublicKey({ key: Buffer.from(PublicKey), format: 'der', type: 'spki' }).export({ format: 'jwk' });
  return { ...jwk, kid: await calculateJwkThumbprint(jwk), alg: 'ES256', use: 'sig' };
};

/** Signs as compact JWS with a key that never leaves KMS (ECC_NIST_P256). Its public half is asked for once. */
export const kmsSigner = (client: Pick<KMSClient, 'send'>, keyId: string): Signer => {
  let known: Promise<JWK & { readonly kid: string }> | undefined;
  const publicKey = () => {
    known ??= kmsPublicJwk(client, keyId);
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
      const { Signature } = await client.send(
        new SignCommand({
          KeyId: keyId,
          Message: createHash('sha256').update(signed).digest(),
          MessageType: 'DIGEST',
          SigningAlgorithm: 'ECDSA_SHA_256',
        }),
      );
      if (Signature === undefined) throw new Error('KMS answered no signature.');
      return `${signed}.${base64url(joseSignature(Signature))}`;
    },
  };
};
