import { createCipheriv, createDecipheriv, createHmac, createSecretKey, hash } from 'node:crypto';
import type { KeyWrapper } from '../../functions/_adapters/jwe-sealer.ts';
import type { Sealer } from '../../functions/_kit/platform.ts';
import type { Signer } from '../../functions/_kit/services.ts';
import type { Compression } from '../../functions/_storage/codec.ts';

/** Texts as they are: a simulation would spend most of its time in zlib, and would learn nothing from it. */
export const plain: Compression = {
  squeeze: (text) => Buffer.from(text),
  expand: (bytes) => Buffer.from(bytes).toString('utf8'),
};

const keyFrom = (...parts: readonly string[]): Uint8Array => hash('sha256', parts.join('\n'), 'buffer');

/**
 * Real encryption, but synchronous and with an iv that follows from the text, so that one seed is one run to the byte.
 * A wrapped key opens only what was sealed under it and its context.
 */
export const seededSealer = (bytes: (length: number) => Uint8Array): Sealer => ({
  newKey: async () => Buffer.from(bytes(32)).toString('base64url'),
  seal: async (wrappedKey, context, text) => {
    const iv = keyFrom('iv', wrappedKey, text).subarray(0, 12);
    const cipher = createCipheriv('aes-256-gcm', keyFrom(wrappedKey, context), iv);
    return Buffer.concat([iv, cipher.update(text), cipher.final(), cipher.getAuthTag()]).toString('base64url');
  },
  open: async (wrappedKey, context, sealed) => {
    const whole = Buffer.from(sealed, 'base64url');
    const decipher = createDecipheriv('aes-256-gcm', keyFrom(wrappedKey, context), whole.subarray(0, 12));
    decipher.setAuthTag(whole.subarray(-16));
    return Buffer.concat([decipher.update(whole.subarray(12, -16)), decipher.final()]).toString('utf8');
  },
});

/** Wraps the secrets of tenants that are made while a seed runs. */
export const seededWrapper = ({ seal, open }: Sealer): KeyWrapper => ({
  wrap: (key, context) => seal('master', context, Buffer.from(key).toString('hex')),
  unwrap: async (wrapped, context) => Buffer.from(await open('master', context, wrapped), 'hex'),
});

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const signingKey = createSecretKey(Buffer.from('signing'));
const macOf = (text: string): string => createHmac('sha256', signingKey).update(text).digest('base64url');

/** Compact JWS with a MAC: an ECDSA signature has a nonce, and is another one each time. */
export const seededSigner: Signer = {
  sign: async (payload, type) => {
    const text = `${part({ alg: 'HS256', typ: type, kid: 'simulation' })}.${part(payload)}`;
    return `${text}.${macOf(text)}`;
  },
};

/** A webhook's signature over its body, as the simulated provider makes it and the platform checks it. */
export const webhookSignature = (tenant: string, body: string): string => macOf(`webhook ${tenant} ${body}`);
