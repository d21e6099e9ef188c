import type { Meter } from './platform.ts';

/** UTC to the millisecond, always in the one canonical form, so that text order is time order. */
export type Instant = string;

/**
 * Wall time for tokens, signatures and `recordedAt`; business time for everything that insurance depends on (design
 * §8).
 */
export type Clock = {
  wall(): Instant;
  /** Where a sandbox has a clock of its own, it is read; what that takes is told to the meter. */
  business(tenant: string, meter: Meter): Promise<Instant>;
};

export const systemClock: Clock = {
  wall: () => new Date().toISOString(),
  business: async () => new Date().toISOString(),
};

/** Seconds since the epoch, as signatures and tokens count them. */
export const epochSeconds = (instant: Instant): number => Math.floor(Date.parse(instant) / 1000);

export const laterOf = (a: Instant, b: Instant | undefined): Instant => (b !== undefined && b > a ? b : a);

export const plusSeconds = (instant: Instant, seconds: number): Instant =>
  new Date(Date.parse(instant) + seconds * 1000).toISOString();
