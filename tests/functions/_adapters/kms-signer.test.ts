import { createHash, createSign, generateKeyPairSync, sign } from 'node:crypto';
import fc from 'fast-check';
import { compactVerify, createLocalJWKSet } from 'jose';
import { describe, expect, it } from 'vitest';
import type { Kms } from '../../../functions/_adapters/kms-client.ts';
import { joseSignature, kmsPublicJwk, kmsSigner } from '../../../functions/_adapters/kms-signer.ts';

const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });

const textIn = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/**
 * KMS signs the digest that it is given. OpenSSL hashes by itself, so this one is told beforehand which text it will
 * be asked to sign, and signs nothing whose digest is another.
 */
const asKms = (texts: readonly string[]) => {
  const byDigest = new Map(texts.map((text) => [digestOf(text), text]));
  const state = { failures: 0 };
  const kms: Pick<Kms, 'publicKey' | 'sign'> = {
    publicKey: async () => {
      state.failures -= 1;
      if (state.failures >= 0) throw new Error('KMS does not answer.');
      return publicKey.export({ format: 'der', type: 'spki' });
    },
    sign: async (_keyId, digest) => {
      const text = byDigest.get(Buffer.from(digest).toString('hex'));
      if (text === undefined) throw new Error('KMS was asked to sign something else.');
      return sign('sha256', Buffer.from(text), { key: privateKey, dsaEncoding: 'der' });
    },
  };
  return { kms, state };
};

describe('kmsSigner', () => {
  it('signs what the public half of the key verifies', async () => {
    const jwk = await kmsPublicJwk(asKms([]).kms, 'key-1');
    const header = { alg: 'ES256', kid: jwk.kid, typ: 'certificate+jwt' };
    const numbers = Array.from({ length: 50 }, (_, n) => n);
    const signer = kmsSigner(asKms(numbers.map((n) => `${textIn(header)}.${textIn({ n })}`)).kms, 'key-1');
    for (const n of numbers) {
      const jws = await signer.sign({ n }, 'certificate+jwt');
      const { payload, protectedHeader } = await compactVerify(jws, createLocalJWKSet({ keys: [jwk] }));
      expect([JSON.parse(new TextDecoder().decode(payload)), protectedHeader]).toEqual([{ n }, header]);
    }
  });

  it('asks for its public half again after KMS did not answer', async () => {
    const { kid } = await kmsPublicJwk(asKms([]).kms, 'key-1');
    const cloud = asKms([`${textIn({ alg: 'ES256', kid, typ: 'x' })}.${textIn({})}`]);
    cloud.state.failures = 1;
    const signer = kmsSigner(cloud.kms, 'key-1');
    await expect(signer.sign({}, 'x')).rejects.toThrow('KMS does not answer');
    await expect(signer.sign({}, 'x')).resolves.toMatch(/^[\w-]+\.[\w-]+\.[\w-]{86}$/);
  });
});

describe('joseSignature', () => {
  it('gives for every signature the form that JOSE wants, also where a number begins with zeros', () => {
    const integer = (bytes: Uint8Array): Buffer => {
      const significant = Buffer.from(bytes.subarray(bytes.findIndex((byte) => byte !== 0)));
      const body = (significant[0] ?? 0) > 0x7f ? Buffer.concat([Buffer.from([0]), significant]) : significant;
      return Buffer.concat([Buffer.from([0x02, body.length]), body]);
    };
    const number = fc.uint8Array({ minLength: 32, maxLength: 32 }).filter((bytes) => bytes.some((byte) => byte !== 0));
    const leadingZeros = number.map((bytes) => Uint8Array.from(bytes, (byte, at) => (at < 3 ? 0 : byte || 1)));
    fc.assert(
      fc.property(fc.oneof(number, leadingZeros), fc.oneof(number, leadingZeros), (r, s) => {
        const body = Buffer.concat([integer(r), integer(s)]);
        const der = Buffer.concat([Buffer.from([0x30, body.length]), body]);
        expect(Buffer.from(joseSignature(der)).equals(Buffer.concat([r, s]))).toBe(true);
      }),
    );
  });

  it('agrees with what OpenSSL gives in both forms', () => {
    const der = createSign('sha256').update('bindery').sign(privateKey);
    expect(joseSignature(der)).toHaveLength(64);
    expect(() => joseSignature(Buffer.from('no signature'))).toThrow('no DER signature');
  });
});
