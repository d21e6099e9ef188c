import { hmac } from './crypto.ts';
import { secretBox } from './secret-box.ts';
import type { StoredAnswer } from './store.ts';

/** Closes an answer that shows a secret before it is kept, and opens it for a retry. */
export type AnswerSeal = { close(answer: StoredAnswer): StoredAnswer; open(answer: StoredAnswer): StoredAnswer };

const sealedType = 'application/vnd.bindery.sealed';

/**
 * Seals under a key that follows from the tenant's derivation secret and from the idempotency key, whose text is kept
 * nowhere: what lies in the table opens only for a retry that brings the key again. A refusal shows no secret and is
 * kept as it is.
 */
export const answerSeal = (
  derivation: Uint8Array,
  scope: readonly string[],
  random: (bytes: number) => Uint8Array,
): AnswerSeal => {
  const { close, open } = secretBox(hmac(derivation, 'answer seal', ...scope), random);
  return {
    close: (answer) => ({ ...answer, body: close(answer.body), contentType: sealedType }),
    open: (answer) =>
      answer.contentType === sealedType
        ? { ...answer, body: open(answer.body), contentType: 'application/json' }
        : answer,
  };
};
