import { getISO } from 'temporal-polyfill/fns/Calendar';
import * as Instant from 'temporal-polyfill/fns/Instant';
import * as PlainDate from 'temporal-polyfill/fns/PlainDate';
import * as PlainDateTime from 'temporal-polyfill/fns/PlainDateTime';
import * as ZonedDateTime from 'temporal-polyfill/fns/ZonedDateTime';
import { localDateTime } from './zone.ts';

/**
 * What becomes of a day that its target month lacks: 29 February a year later is either the month's last day, or the
 * day after it, so that the last *covered* day is 28 February (rules 2.2 D-05). A product chooses one.
 */
export type MissingDay = 'last-of-month' | 'day-after';

/** A period of cover `[from, to)`: local wall times with their zone, and the instants they were at issue (D-01). */
export type Term = {
  readonly zone: string;
  readonly localFrom: string;
  readonly localTo: string;
  readonly from: string;
  readonly to: string;
};

/** The instant at which a zone's wall clock shows a local time. A time that a change of clocks skips moves forward. */
export const instantOf = (localTime: string, zone: string): string => {
  const zoned = PlainDateTime.toZonedDateTime(PlainDateTime.fromString(localTime, getISO), zone);
  return Instant.toString(ZonedDateTime.toInstant(zoned), { fractionalSecondDigits: 3 });
};

/** The instant at which a calendar day begins in a zone; where midnight is skipped, the first moment there is. */
export const startOfDay = (date: string, zone: string): string => {
  const zoned = PlainDate.toZonedDateTime(PlainDate.fromString(date, getISO), zone);
  return Instant.toString(ZonedDateTime.toInstant(zoned), { fractionalSecondDigits: 3 });
};

/**
 * The local date so many months after an anchor. Count every due date and renewal from the original day and never from
 * the one before: 31 January gives 28 February and then 31 March (D-06), 29 February comes back in 2028 (D-05).
 */
export const addMonths = (anchor: string, months: number, missingDay: MissingDay = 'last-of-month'): string => {
  const from = PlainDate.fromString(anchor, getISO);
  const clamped = PlainDate.addMonths(from, months);
  const lacking = missingDay === 'day-after' && clamped.day !== from.day;
  return PlainDate.toString(lacking ? PlainDate.addDays(clamped, 1) : clamped);
};

/** The same wall time so many days later: a waiting period does not end an hour early because the clocks changed. */
export const addDaysAt = (instant: string, days: number, zone: string): string => {
  const local = PlainDateTime.fromString(localDateTime(instant, zone), getISO);
  return instantOf(PlainDateTime.toString(PlainDateTime.addDays(local, days)), zone);
};

/** How many months have begun from one local date to another; the first has begun on the day itself. */
export const monthsStarted = (from: string, to: string): number => {
  let full = 0;
  while (addMonths(from, full + 1) <= to) full += 1;
  return full + 1;
};

/** The term from the start of one local date to the start of another: the last day is covered whole (D-02). */
export const termOf = (fromDate: string, toDate: string, zone: string): Term => ({
  zone,
  localFrom: `${fromDate}T00:00`,
  localTo: `${toDate}T00:00`,
  from: startOfDay(fromDate, zone),
  to: startOfDay(toDate, zone),
});

/** Whether an instant lies in `[from, to)`: the first moment does, the last does not. */
export const covers = (term: { readonly from: string; readonly to: string }, instant: string): boolean =>
  term.from <= instant && instant < term.to;
