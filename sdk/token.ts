/** A token and how long it is good for. */
export type Granted = { readonly token: string; readonly seconds: number };

/** Where requests take their tokens from. `spoilt` says that one was refused before its time. */
export type Tokens = { readonly take: () => Promise<string>; readonly spoilt: (token: string) => void };

/** A token is replaced a while before it ends, for a request takes time to arrive. */
const spareMs = 30_000;

type Kept = { token: Promise<string>; until: number; held?: string };

/** Keeps a token while it is good. Whoever asks while one is being fetched waits for that one. */
export const keptTokens = (grant: () => Promise<Granted>): Tokens => {
  let kept: Kept | undefined;

  const fetched = (): Promise<string> => {
    const fresh: Kept = { token: Promise.resolve(''), until: Number.POSITIVE_INFINITY };
    fresh.token = grant().then(
      ({ token, seconds }) => {
        fresh.held = token;
        fresh.until = Date.now() + seconds * 1_000 - spareMs;
        return token;
      },
      (thrown: unknown) => {
        if (kept === fresh) kept = undefined;
        throw thrown;
      },
    );
    kept = fresh;
    return fresh.token;
  };

  return {
    take: () => (kept !== undefined && Date.now() < kept.until ? kept.token : fetched()),
    spoilt: (token) => {
      if (kept?.held === token) kept = undefined;
    },
  };
};

/** When a token of the caller's own ends, as far as it can be read; one that cannot be is asked for each time. */
export const secondsLeft = (token: string): number => {
  try {
    const [, claims = ''] = token.split('.');
    const { exp } = JSON.parse(atob(claims.replaceAll('-', '+').replaceAll('_', '/'))) as { exp?: unknown };
    return typeof exp === 'number' ? exp - Date.now() / 1_000 : 0;
  } catch {
    return 0;
  }
};
