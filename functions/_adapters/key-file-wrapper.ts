import { createCipheriv, createDecipheriv } from 'node:crypto';
import type { KeyWrapper } from './jwe-sealer.ts';

/** Wraps keys under one master key of 32 bytes (AES-256-GCM), with the context as authenticated data. */
export const masterKeyWrapper = (master: Uint8Array, random: (bytes: number) => Uint8Array): KeyWrapper => ({
  wrap: async (key, context) => {
    const iv = random(12);
    const cipher = createCipheriv('aes-256-gcm', master, iv).setAAD(Buffer.from(context));
    return Buffer.concat([iv, cipher.update(key), cipher.final(), cipher.getAuthTag()]).toString('base64url');
  },
  unwrap: async (wrapped, context) => {
    const bytes = Buffer.from(wrapped, 'base64url');
    const decipher = createDecipheriv('aes-256-gcm', master, bytes.subarray(0, 12)).setAAD(Buffer.from(context));
    decipher.setAuthTag(bytes.subarray(-16));
    return Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]);
  },
});
