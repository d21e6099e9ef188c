import { epochSeconds, type Instant } from '../clock.ts';

/** How far the time of a signature may lie from ours, in either direction. */
export const toleranceSeconds = 300;

/** A signature of long ago may be a replay by somebody else, and one of the future could be kept for later. */
export const isTimely = (signedAt: number, wall: Instant): boolean =>
  Math.abs(signedAt - epochSeconds(wall)) <= toleranceSeconds;
