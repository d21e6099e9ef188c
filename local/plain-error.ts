/** A failure that the person who started the program can mend: one sentence with the way out, shown without a stack. */
export type PlainError = Error & { readonly plain: true };

export const plainError = (sentence: string, cause?: unknown): PlainError =>
  Object.assign(new Error(sentence, cause === undefined ? {} : { cause }), { plain: true as const });

export const isPlainError = (thrown: unknown): thrown is PlainError => thrown instanceof Error && 'plain' in thrown;

/**
 * Ends the program after a failed start: with the sentence where there is one, with the whole story of a bug otherwise.
 */
export const endWith = (thrown: unknown): void => {
  console.error(isPlainError(thrown) ? thrown.message : thrown);
  process.exitCode = 1;
};
