import { isDay, monthsAfter, noticeMonths } from '../../functions/_kit/deprecations.ts';
import { type Breaking, breaking } from './breaking.ts';
import { below, type OpenApi } from './document.ts';

/** An operation, parameter or field that says when it goes. */
type Announced = { readonly at: string; readonly sunset: string; readonly isWhole: boolean };
type Json = Readonly<Record<string, unknown>>;

/** What a place is called whatever stands before it: a part of a path has a place and no name, a parameter a name. */
const nameOf = (segment: string, value: unknown): string => {
  const { in: where, name } = Object(value) as Json;
  if (typeof where === 'string' && typeof name === 'string') return where === 'path' ? segment : `${where} ${name}`;
  return segment.startsWith('/') ? segment.replaceAll(/\{[^}]+\}/g, '{}') : segment;
};

type Found = readonly (readonly [key: string, Announced])[];

/** Places are put together on the way up, of what was found: most of a document announces nothing. */
const found = (value: unknown): Found => {
  if (typeof value !== 'object' || value === null) return [];
  const { deprecated, 'x-sunset': sunset } = value as Json;
  const own: Found = typeof sunset === 'string' ? [['', { at: '', sunset, isWhole: deprecated === true }]] : [];
  const inside = Object.entries(value).flatMap(([segment, one]) =>
    found(one).map(
      ([key, { at, ...rest }]) =>
        [`${below('', nameOf(segment, one))}${key}`, { ...rest, at: `${below('', segment)}${at}` }] as const,
    ),
  );
  return [...own, ...inside];
};

const objectionTo = ({ at, sunset }: Announced, known: Announced | undefined, today: string): readonly Breaking[] => {
  if (sunset === known?.sunset) return [];
  const [announced, earliest] = [`It is announced to go on ${sunset}`, monthsAfter(today, noticeMonths)];
  if (!isDay(sunset)) return [breaking(at, `${announced}, which is no day.`, 'name a day of the calendar')];
  if (known === undefined)
    return sunset >= earliest
      ? []
      : [
          breaking(
            at,
            `${announced}, which is less than twelve months away.`,
            `name ${earliest} or a later day: notice counts from the day on which the baseline takes it`,
          ),
        ];
  return sunset > known.sunset
    ? []
    : [
        breaking(
          at,
          `The end that was announced for ${known.sunset} is ${sunset} now.`,
          'keep the announced day, or name a later one',
        ),
      ];
};

/**
 * Holds the promised notice: what the baseline announced goes no earlier than it said there, and what it did not
 * announce stays for twelve months from today, whatever day the contract gives as the one since when it is deprecated.
 */
export const announcements = (baseline: OpenApi, document: OpenApi, today: string): readonly Breaking[] => {
  const known = new Map(found(baseline).filter(([, { isWhole }]) => isWhole));
  return found(document).flatMap(([key, one]) => objectionTo(one, known.get(key), today));
};
