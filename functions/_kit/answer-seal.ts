import { createCipheriv, createDecipheriv } from 'node:crypto';
import { hmac } from './crypto.ts';
import type { StoredAnswer } from './store.ts';

/** Closes an answer that shows a secret before it is kept, and opens it for a retry. */
export type AnswerSeal = { close(answer: StoredAnswer): StoredAnswer; open(answer: StoredAnswer): StoredAnswer };

const sealedType = 'application/vnd.bindery.sealed';
const cipher = 'aes-256-gcm';
const ivBytes = 12;
const tagBytes = 16;

/**
 * Seals under a key that follows from the tenant's derivation secret and from the idempotency key, whose text is kept
 * nowhere: what lies in the table opens only for a retry that brings the key again (AES-256-GCM). A refusal shows no
 * secret and is kept as it is.
 */
export const answerSeal = (
  derivation: Uint8Array,
  scope: readonly string[],
  random: (bytes: number) => Uint8Array,
): AnswerSeal => {
  const key = hmac(derivation, 'answer seal', ...scope);
  return {
    close: (answer) => {
      const iv = random(ivBytes);
      const closing = createCipheriv(cipher, key, iv);
      const bytes = Buffer.concat([iv, closing.update(answer.body), closing.final(), closing.getAuthTag()]);
      return { ...answer, body: bytes.toString('base64url'), contentType: sealedType };
    },
    open: (answer) => {
      if (answer.contentType !== sealedType) return answer;
      const bytes = Buffer.from(answer.body, 'base64url');
      const opening = createDecipheriv(cipher, key, bytes.subarray(0, ivBytes));
      opening.setAuthTag(bytes.subarray(-tagBytes));
      const text = Buffer.concat([opening.update(bytes.subarray(ivBytes, -tagBytes)), opening.final()]);
      return { ...answer, body: text.toString('utf8'), contentType: 'application/json' };
    },
  };
};
