/**
 * What a quote needs to know of time, without a calendar library: the quote function must stay small. Month arithmetic
 * and local times that become instants are in `calendar.ts`.
 */

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const clocks = new Map<string, Intl.DateTimeFormat>();

/** Formatters are dear to make, and a zone's clock never changes within one process. */
const clockOf = (zone: string): Intl.DateTimeFormat => {
  const known = clocks.get(zone);
  if (known) return known;
  const two = '2-digit';
  const clock = new Intl.DateTimeFormat('en', {
    timeZone: zone,
    calendar: 'iso8601',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    ...{ year: 'numeric', month: two, day: two, hour: two, minute: two, second: two, fractionalSecondDigits: 3 },
  });
  clocks.set(zone, clock);
  return clock;
};

/** What the wall clock of an IANA zone shows at an instant, `2026-11-23T16:00:00.000`. */
export const localDateTime = (instant: string, zone: string): string => {
  const shown: Record<string, string> = {};
  for (const { type, value } of clockOf(zone).formatToParts(Date.parse(instant))) shown[type] = value;
  const { year = '', month, day, hour, minute, second, fractionalSecond } = shown;
  return `${year.padStart(4, '0')}-${month}-${day}T${hour}:${minute}:${second}.${fractionalSecond}`;
};

/**
 * Zones whose clocks have stood at one offset since before 2000 (IANA time zone database), in minutes: all of China has
 * had one time since 1991. Asking the calendar of the machine would cost a quote's first answer a third of its time.
 */
const steady: ReadonlyMap<string, number> = new Map([
  ['UTC', 0],
  ['Asia/Shanghai', 480],
]);

/** The number of a calendar day, counted from 1970-01-01. */
export const dayNumber = (date: string): number => Date.parse(date) / DAY_MS;

/** The number of the calendar day at an instant in an IANA zone. */
export const localDay = (instant: string, zone: string): number => {
  const minutes = instant < '2000-01-02' ? undefined : steady.get(zone);
  return minutes === undefined
    ? dayNumber(localDateTime(instant, zone).slice(0, 10))
    : Math.floor((Date.parse(instant) + minutes * MINUTE_MS) / DAY_MS);
};

/** The calendar day at an instant in an IANA zone, `2026-11-24`. */
export const localDate = (instant: string, zone: string): string =>
  canonical(localDay(instant, zone) * DAY_MS).slice(0, 10);

/** Calendar days from one local date to another, negative if it lies before; a day of 23 hours is one day (D-04). */
export const daysBetween = (from: string, to: string): number => dayNumber(to) - dayNumber(from);

/** The local date so many days later. */
export const addDays = (date: string, days: number): string => canonical(Date.parse(date) + days * DAY_MS).slice(0, 10);

/** Whether a calendar day exists: 2026-02-30 does not. */
export const dateExists = (date: string): boolean => {
  const time = Date.parse(date);
  // Where the day is beyond its month, JavaScript goes on into the next one.
  return !Number.isNaN(time) && new Date(time).getUTCDate() === Number(date.slice(8, 10));
};

/** Whole minutes from one moment to another, rounded down; either may carry an offset of its own. */
export const minutesBetween = (from: string, to: string): number =>
  Math.floor((Date.parse(to) - Date.parse(from)) / MINUTE_MS);

/** The instant so many minutes later, in the canonical form. */
export const addMinutes = (instant: string, minutes: number): string =>
  canonical(Date.parse(instant) + minutes * MINUTE_MS);

/** The instant so many milliseconds later, in the canonical form. */
export const addMilliseconds = (instant: string, milliseconds: number): string =>
  canonical(Date.parse(instant) + Math.round(milliseconds));

const canonical = (milliseconds: number): string => new Date(milliseconds).toISOString();
