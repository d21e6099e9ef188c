import type { EndpointContract, Named } from './contract.ts';

/** The notice that `docs/guides/versioning.md` promises. */
export const noticeMonths = 12;
const day = /^\d{4}-\d{2}-\d{2}$/;

/** Says whether a text is a day of the calendar, as `2027-01-31`. */
export const isDay = (text: string): boolean =>
  day.test(text) &&
  !Number.isNaN(Date.parse(text)) &&
  new Date(`${text}T00:00:00Z`).toISOString().slice(0, 10) === text;

/** The same day of a later month; a day that this month does not have is the first of the next. */
export const monthsAfter = (text: string, months: number): string => {
  const date = new Date(`${text}T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + months);
  return date.toISOString().slice(0, 10);
};

/**
 * Refuses a deprecation that gives clients less time than `docs/guides/versioning.md` promises. There is no clock here;
 * a first day in the past gains nothing, for the check of the baseline (`tools/compatibility`) counts from its own day.
 */
export const assertLongEnough = ({ id, deprecated }: Pick<Named<EndpointContract>, 'id' | 'deprecated'>): void => {
  if (deprecated === undefined) return;
  const { since, sunset, instead } = deprecated;
  if (!isDay(since) || !isDay(sunset))
    throw new Error(`${id} is deprecated with dates that are no days of a calendar.`);
  if (sunset < monthsAfter(since, noticeMonths))
    throw new Error(
      `${id} is deprecated since ${since}, so it goes on ${monthsAfter(since, noticeMonths)} at the earliest.`,
    );
  if (instead.trim() === '') throw new Error(`${id} is deprecated and does not say what to call instead.`);
};
