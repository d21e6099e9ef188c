import { outside } from '../_kit/outside.ts';
import type { Tokens } from '../_kit/platform.ts';

/** Reads the ids of credentials and secrets that were revoked of late: over HTTPS, or from the table beside us. */
export type ReadRevoked = () => Promise<readonly string[]>;

/** A list this old is read again before the next token is taken. */
const freshMs = 30_000;
/** A list older than this says nothing any more: no token is taken until a newer one is there. */
const usableMs = 60_000;

type List = { readonly revoked: ReadonlySet<string>; readonly readAt: number };

/**
 * Ends tokens with what earned them: within half a minute as a rule, and within a minute or not at all. The list is
 * read when a token comes and the last one is not fresh; while it cannot be read, one of up to a minute still serves,
 * and after that the platform is unavailable rather than trusting.
 */
export const revocableTokens = (tokens: Tokens, read: ReadRevoked, nowMs: () => number): Tokens => {
  let last: List | undefined;
  let reading: Promise<List> | undefined;

  const readAgain = (): Promise<List> => {
    // The list is as old as the question: what is revoked while the answer is on its way is not in it.
    const readAt = nowMs();
    reading ??= outside(read)
      .then((ids) => {
        last = { revoked: new Set(ids), readAt };
        return last;
      })
      .finally(() => {
        reading = undefined;
      });
    return reading;
  };

  const fresh = (): List | undefined => (last !== undefined && nowMs() - last.readAt < freshMs ? last : undefined);

  const newest = async (): Promise<List> => {
    try {
      return await readAgain();
    } catch (thrown) {
      if (last !== undefined && nowMs() - last.readAt <= usableMs) return last;
      throw thrown;
    }
  };

  return {
    verify: async (token) => {
      const verified = await tokens.verify(token);
      if (verified === undefined) return undefined;
      const { revoked } = fresh() ?? (await newest());
      return verified.earnedBy?.some((id) => revoked.has(id)) === true ? undefined : verified;
    },
  };
};
