/** How often something may happen: so many a second for ever, and so many at once after a rest. */
export type Rate = { readonly perSecond: number; readonly burst: number };

/** A bucket as it was left: how many tokens were in it, at which wall time in milliseconds. */
export type Bucket = { readonly tokens: number; readonly at: number };

/**
 * How many tokens are in the bucket now, 0 to `burst`. One that nobody has touched is full. A clock that went backward
 * gives nothing, and time counts from there again: an hour put right by a time server must lock nobody out.
 */
export const tokensAt = (bucket: Bucket | undefined, { perSecond, burst }: Rate, nowMs: number): number =>
  bucket === undefined ? burst : Math.min(burst, bucket.tokens + (Math.max(0, nowMs - bucket.at) * perSecond) / 1000);

/** Whole seconds until so many tokens are in a bucket that has fewer, from the rate alone. */
export const secondsUntil = (wanted: number, tokens: number, { perSecond }: Rate): number =>
  Math.ceil(Math.max(0, wanted - tokens) / perSecond);
