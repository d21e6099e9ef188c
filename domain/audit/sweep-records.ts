import { addMinutes } from '../shared/zone.ts';

/** A record that is not audited after five minutes was lost on its way. */
const lostAfterMinutes = 5;
/** One that is not audited after a day was lost twice. */
const lostTwiceAfterMinutes = 24 * 60;
/** A clock may be a little slow, and an index behind: each sweep also looks at what its two predecessors saw. */
const rereadMinutes = 2;
/** What one sweep looks at when many before it did not come; the next one goes on from there. */
const minutesMax = 120;

const minuteOf = (instant: string): string => instant.slice(0, 16);
const plus = (minute: string, minutes: number): string => minuteOf(addMinutes(`${minute}:00.000Z`, minutes));

/** The minutes from one to another, both included. */
const minutesFrom = (first: string, last: string): readonly string[] => {
  const minutes: string[] = [];
  for (let minute = first; minute <= last && minutes.length < minutesMax; minute = plus(minute, 1))
    minutes.push(minute);
  return minutes;
};

const earlierOf = (one: string, other: string): string => (one < other ? one : other);

/**
 * The minutes whose records a sweep at this instant looks at, as `2026-11-23T08:00`, and up to which minute all is
 * swept once it has (design §4). `sweptTo` is where the last sweep that ended well came to: sweeps that failed or never
 * came leave nothing out.
 */
export const sweepAt = (
  now: string,
  sweptTo: string | undefined,
): { readonly minutes: readonly string[]; readonly sweptTo: string } => {
  const last = minuteOf(addMinutes(now, -lostAfterMinutes));
  const usual = plus(last, -rereadMinutes);
  const recent = minutesFrom(sweptTo === undefined ? usual : earlierOf(usual, plus(sweptTo, 1)), last);
  const dayOld = minuteOf(addMinutes(now, -lostTwiceAfterMinutes));
  return {
    minutes: [...recent, ...minutesFrom(plus(dayOld, -rereadMinutes), dayOld)],
    // What is read again is not done with: sweeps that fail meanwhile must not leave it out.
    sweptTo: plus(recent.at(-1) ?? last, -rereadMinutes),
  };
};
