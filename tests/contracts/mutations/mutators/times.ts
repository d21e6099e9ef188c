import { foundAt, type Place, respelling } from '../mutator.ts';
import type { Draft } from '../request.ts';

const instant = /^\d{4}-\d{2}-\d{2}/;
const timeNames = /(At|From|To|On|Of|since|departure)$|^(to|from|by|after)$/i;

const isTime = (place: Place, draft: Draft): boolean => {
  const { schema, name } = place;
  const old = foundAt(draft, place);
  return schema['format'] === 'date-time' || (typeof old === 'string' && instant.test(old)) || timeNames.test(name);
};
const isSpan = ({ name, schema }: Place): boolean => name === 'by' || String(schema['pattern'] ?? '').startsWith('^P');

const somewhere = { on: ['field', 'query'], fits: isTime } as const;

const dates = respelling('date', somewhere, {
  'february-30': ['is the 30th of February', () => '2026-02-30T12:00:00Z'],
  'february-29': ['is the 29th of February of a common year', () => '2026-02-29T12:00:00Z'],
  'leap-day': ['is a leap day', () => '2028-02-29T12:00:00Z'],
  'month-13': ['is in a thirteenth month', () => '2026-13-01T12:00:00Z'],
  'day-0': ['is the day zero', () => '2026-01-00T12:00:00Z'],
  'day-alone': ['is a day without a time', () => '2026-12-22'],
  'day-wrong': ['is a day that is none', () => '2026-11-31'],
  'year-0': ['is in the year zero', () => '0000-01-01T00:00:00Z'],
  'year-1': ['is in the first year', () => '0001-01-01T00:00:00Z'],
  'before-christ': ['is before the year zero', () => '-000001-01-01T00:00:00Z'],
  'year-1582': ['is in the gap of the calendar', () => '1582-10-10T00:00:00Z'],
  epoch: ['is the beginning of 1970', () => '1970-01-01T00:00:00Z'],
  'before-the-epoch': ['is before 1970', () => '1969-12-31T23:59:59Z'],
  'year-2038': ['is past the seconds of 32 bits', () => '2038-01-19T03:14:08Z'],
  'year-9999': ['is the last millisecond of 9999', () => '9999-12-31T23:59:59.999Z'],
  'past-9999': ['is past 9999 by its offset', () => '9999-12-31T23:59:59-14:00'],
  'year-10000': ['is in the year 10000', () => '10000-01-01T00:00:00Z'],
  'long-year': ['has a year of six digits', () => '+010000-01-01T00:00:00Z'],
  'greatest-date': ['is the last that a Date holds', () => '+275760-09-13T00:00:00Z'],
  week: ['is a date by its week', () => '2026-W51-2'],
  ordinal: ['is a date by its number in the year', () => '2026-356'],
  slashes: ['is a date with slashes', () => '22/12/2026'],
  chinese: ['is a date in Chinese', () => '2026年12月22日'],
  number: ['is milliseconds', () => '1798012800000'],
});

const clocks = respelling('clock', somewhere, {
  'hour-24': ['is at 24:00', () => '2026-12-22T24:00:00Z'],
  'hour-25': ['is at 25:00', () => '2026-12-22T25:00:00Z'],
  'minute-60': ['is in minute 60', () => '2026-12-22T12:60:00Z'],
  'leap-second': ['is in a leap second', () => '2026-12-31T23:59:60Z'],
  'no-offset': ['has no offset', () => '2026-12-22T12:00:00'],
  'wide-offset': ['has an offset of 99:99', () => '2026-12-22T12:00:00+99:99'],
  'offset-24': ['has an offset of a day', () => '2026-12-22T12:00:00+24:00'],
  'offset-14': ['has the greatest offset', () => '2026-12-22T12:00:00+14:00'],
  'offset-minus-12': ['has the least offset', () => '2026-12-22T12:00:00-12:00'],
  'offset-minus-0': ['has an unknown offset', () => '2026-12-22T12:00:00-00:00'],
  'offset-short': ['has an offset of hours', () => '2026-12-22T12:00:00+08'],
  'offset-basic': ['has an offset without a colon', () => '2026-12-22T12:00:00+0800'],
  'offset-seconds': ['has an offset with seconds', () => '2026-12-22T12:00:00+08:00:01'],
  zone: ['names its zone', () => '2026-12-22T12:00:00+08:00[Asia/Shanghai]'],
  'small-letters': ['is in small letters', () => '2026-12-22t12:00:00z'],
  'space-between': ['has a space for the T', () => '2026-12-22 12:00:00Z'],
  'no-seconds': ['has no seconds', () => '2026-12-22T12:00Z'],
  nanoseconds: ['has nanoseconds', () => '2026-12-22T12:00:00.123456789Z'],
  'many-decimals': ['has 200 decimals', () => `2026-12-22T12:00:00.${'1'.repeat(200)}Z`],
  comma: ['has a comma for its point', () => '2026-12-22T12:00:00,5Z'],
  'basic-form': ['has no separators', () => '20261222T120000Z'],
  now: ['is now', (_old, { hoard }) => hoard.book.time.now],
  'a-moment-ahead': ['is a moment ahead', (_old, { hoard }) => after(hoard.book.time.now, 1)],
  'a-moment-ago': ['is a moment ago', (_old, { hoard }) => after(hoard.book.time.now, -1)],
  'a-year-ahead': ['is a year ahead', (_old, { hoard }) => after(hoard.book.time.now, 31_536_000_000)],
});
const after = (now: string, ms: number): string => new Date(Date.parse(now) + ms).toISOString();

const spans = respelling(
  'span',
  { on: ['field'], fits: isSpan },
  {
    none: ['is no time at all', () => 'P0D'],
    empty: ['is a span without units', () => 'P'],
    'empty-time': ['is a span with an empty time', () => 'P1DT'],
    negative: ['goes back', () => '-P1D'],
    'negative-unit': ['has a negative unit', () => 'P-1D'],
    fraction: ['has half a day', () => 'P0.5D'],
    'most-years': ['is 9999 years', () => 'P9999Y'],
    'most-months': ['is 99,999 months', () => 'P99999M'],
    'most-days': ['is ten million days', () => 'P9999999D'],
    'most-of-all': ['is the most of every unit', () => 'P9999Y99999M999999W9999999DT99999999H999999999M9999999999S'],
    'a-second': ['is a second', () => 'PT1S'],
    'a-month-from-the-31st': ['is 14 months', () => 'P14M'],
    weeks: ['mixes weeks and years', () => 'P1Y1W'],
    'wrong-order': ['has its units in the wrong order', () => 'P1D1Y'],
    'small-letters': ['is in small letters', () => 'p1d'],
    words: ['is in words', () => '1 day'],
  },
);

export const timeMutators = [...dates, ...clocks, ...spans];
