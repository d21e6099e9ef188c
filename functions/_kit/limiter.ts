import { type Bucket, type Rate, secondsUntil, tokensAt } from './token-bucket.ts';

/** Whom a limit counts: one credential, all of a tenant's together, or a source address. */
export type LimitedBy = 'credential' | 'tenant' | 'address';

/** One bucket that a request takes from: whose it is by name, and how fast it fills. */
export type Wish = { readonly by: LimitedBy; readonly name: string; readonly rate: Rate };

/** What is left of one limit after this request, and in how many seconds all of it is there again. */
export type Left = { readonly by: LimitedBy; readonly rate: Rate; readonly remaining: number; readonly fullIn: number };
export type Verdict = {
  readonly left: readonly Left[];
  /** The limit that has nothing left, and after how many seconds it has; undefined where the request may pass. */
  readonly refused?: { readonly by: LimitedBy; readonly rate: Rate; readonly retryAfter: number } | undefined;
};
export type Limiter = { take(wishes: readonly Wish[], nowMs: number): Verdict };

const namesMax = 10_000;

/** Buckets by name. Beyond the most names, the one that was used longest ago goes; it had the most time to fill. */
const shelf = (most: number) => {
  const buckets = new Map<string, Bucket>();
  return {
    get: (name: string): Bucket | undefined => buckets.get(name),
    put: (name: string, bucket: Bucket): void => {
      buckets.delete(name);
      buckets.set(name, bucket);
      const [oldest] = buckets.size > most ? buckets.keys() : [];
      if (oldest !== undefined) buckets.delete(oldest);
    },
  };
};

/**
 * Counts requests in the memory of one function instance. A request passes if each of its buckets has a token, and
 * then takes one from each; one that is refused takes none. Credentials, tenants and addresses stand on shelves of
 * their own, so that a flood of addresses pushes out nothing else. `times` multiplies every rate.
 */
export const createLimiter = (times = 1, most = namesMax): Limiter => {
  const shelves = { credential: shelf(most), tenant: shelf(most), address: shelf(most) };
  return {
    take: (wishes, nowMs) => {
      const found = wishes.map(({ by, name, rate: { perSecond, burst } }) => {
        const rate = { perSecond: perSecond * times, burst: burst * times };
        return { by, name, rate, tokens: tokensAt(shelves[by].get(name), rate, nowMs) };
      });
      const empty = found.filter(({ tokens }) => tokens < 1);
      const [first] = empty;
      const left = found.map(({ by, name, rate, tokens }) => {
        const rest = first === undefined ? tokens - 1 : tokens;
        shelves[by].put(name, { tokens: rest, at: nowMs });
        return { by, rate, remaining: Math.floor(rest), fullIn: secondsUntil(rate.burst, rest, rate) };
      });
      if (first === undefined) return { left };
      const waits = empty.map(({ rate, tokens }) => secondsUntil(1, tokens, rate));
      return { left, refused: { by: first.by, rate: first.rate, retryAfter: Math.max(1, ...waits) } };
    },
  };
};
