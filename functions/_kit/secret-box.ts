import { createCipheriv, createDecipheriv } from 'node:crypto';

const cipher = 'aes-256-gcm';
const ivBytes = 12;
const tagBytes = 16;

/** Closes texts under a key, and opens what was closed under the same (AES-256-GCM). */
export const secretBox = (key: Uint8Array, random: (bytes: number) => Uint8Array) => ({
  close: (text: string): string => {
    const iv = random(ivBytes);
    const closing = createCipheriv(cipher, key, iv);
    return Buffer.concat([iv, closing.update(text), closing.final(), closing.getAuthTag()]).toString('base64url');
  },
  open: (closed: string): string => {
    const bytes = Buffer.from(closed, 'base64url');
    const opening = createDecipheriv(cipher, key, bytes.subarray(0, ivBytes));
    opening.setAuthTag(bytes.subarray(-tagBytes));
    return Buffer.concat([opening.update(bytes.subarray(ivBytes, -tagBytes)), opening.final()]).toString('utf8');
  },
});
