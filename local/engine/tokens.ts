import { sameValue } from './compare.ts';
import { tokenMismatch } from './errors.ts';

/** DynamoDB remembers a client request token for ten minutes after the transaction that carried it was committed. */
const rememberedMs = 10 * 60 * 1000;

type Remembered = { readonly content: unknown; readonly at: number };

/** The tokens of committed transactions; `now` gives milliseconds. */
export const createTokens = (now: () => number) => {
  const tokens = new Map<string, Remembered>();

  /** The map is in the order of time, so the forgettable ones stand first. */
  const forgetOld = () => {
    for (const [token, { at }] of tokens) {
      if (now() - at < rememberedMs) return;
      tokens.delete(token);
    }
  };

  return {
    /** Whether this very content was committed under the token; throws when other content was. */
    isReplay: (token: string | undefined, content: unknown): boolean => {
      forgetOld();
      const known = token === undefined ? undefined : tokens.get(token);
      if (known === undefined) return false;
      if (!sameValue(known.content, content)) throw tokenMismatch();
      return true;
    },
    remember: (token: string | undefined, content: unknown): void => {
      if (token !== undefined) tokens.set(token, { content, at: now() });
    },
  };
};
