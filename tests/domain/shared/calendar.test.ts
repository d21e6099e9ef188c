import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDaysAt,
  addMonths,
  covers,
  instantOf,
  monthsStarted,
  startOfDay,
  termOf,
} from '../../../domain/shared/calendar.ts';
import { daysBetween, localDateTime } from '../../../domain/shared/zone.ts';

const SHANGHAI = 'Asia/Shanghai';
const NEW_YORK = 'America/New_York';

describe('instantOf', () => {
  it('reads a wall time in its zone', () => {
    expect(instantOf('2026-01-01T00:00', SHANGHAI)).toBe('2025-12-31T16:00:00.000Z');
  });

  it('moves a time that spring skips forward by the hour, and takes the first of two in autumn', () => {
    expect(instantOf('2026-03-08T02:30', NEW_YORK)).toBe('2026-03-08T07:30:00.000Z');
    expect(instantOf('2026-11-01T01:30', NEW_YORK)).toBe('2026-11-01T05:30:00.000Z');
  });

  it('finds again what the wall clock shows', () => {
    const from = Date.parse('1995-01-01T00:00:00Z');
    const to = Date.parse('2090-01-01T00:00:00Z');
    fc.assert(
      fc.property(fc.date({ min: new Date(from), max: new Date(to), noInvalidDate: true }), (moment) => {
        const instant = moment.toISOString();
        expect(instantOf(localDateTime(instant, SHANGHAI), SHANGHAI)).toBe(instant);
      }),
    );
  });
});

describe('startOfDay', () => {
  it('is the first moment of a day whose midnight is skipped', () => {
    expect(startOfDay('2018-11-04', 'America/Sao_Paulo')).toBe('2018-11-04T03:00:00.000Z');
  });
});

describe('addMonths', () => {
  it('keeps the anchor day and clamps it to the end of a shorter month (D-06)', () => {
    const due = [1, 2, 3, 13].map((months) => addMonths('2027-01-31', months));
    expect(due).toEqual(['2027-02-28', '2027-03-31', '2027-04-30', '2028-02-29']);
  });

  it('ends an annual term from 29 February by either convention (D-05)', () => {
    expect(addMonths('2024-02-29', 12)).toBe('2025-02-28');
    expect(addMonths('2024-02-29', 12, 'day-after')).toBe('2025-03-01');
    expect(daysBetween('2024-02-29', addMonths('2024-02-29', 12, 'day-after'))).toBe(366);
    expect(daysBetween('2024-02-29', addMonths('2024-02-29', 12))).toBe(365);
  });

  it('returns to 29 February in 2028, for renewals count from the original day (D-05)', () => {
    const anniversaries = [12, 24, 36, 48].map((months) => addMonths('2024-02-29', months, 'day-after'));
    expect(anniversaries).toEqual(['2025-03-01', '2026-03-01', '2027-03-01', '2028-02-29']);
  });

  it('leaves a day that every month has alone', () => {
    expect(addMonths('2026-11-24', 12, 'day-after')).toBe('2027-11-24');
  });
});

describe('addDaysAt', () => {
  it('keeps the wall time across a change of clocks', () => {
    expect(addDaysAt('2026-03-07T15:00:00.000Z', 1, NEW_YORK)).toBe('2026-03-08T14:00:00.000Z');
    expect(addDaysAt('2026-03-07T15:00:00.000Z', 1, SHANGHAI)).toBe('2026-03-08T15:00:00.000Z');
  });
});

describe('monthsStarted', () => {
  it.each([
    ['2026-01-15', '2026-01-15', 1],
    ['2026-01-15', '2026-02-14', 1],
    ['2026-01-15', '2026-02-15', 2],
    ['2026-01-31', '2026-02-28', 2],
    ['2026-01-15', '2027-01-15', 13],
  ])('counts the months begun from %s to %s', (from, to, months) => {
    expect(monthsStarted(from, to)).toBe(months);
  });
});

describe('termOf', () => {
  it('covers the last day whole, as "until 24:00 of 31 December" means (D-02)', () => {
    expect(termOf('2026-01-01', '2027-01-01', SHANGHAI)).toEqual({
      zone: SHANGHAI,
      localFrom: '2026-01-01T00:00',
      localTo: '2027-01-01T00:00',
      from: '2025-12-31T16:00:00.000Z',
      to: '2026-12-31T16:00:00.000Z',
    });
  });

  it('counts a term in days and not in hours: clocks changed, days did not (D-04)', () => {
    const term = termOf('2026-03-01', '2026-04-01', NEW_YORK);
    expect((Date.parse(term.to) - Date.parse(term.from)) / 3_600_000).toBe(31 * 24 - 1);
    expect(daysBetween('2026-03-01', '2026-04-01')).toBe(31);
  });
});

describe('covers', () => {
  it('begins at its first moment and has ended at its last', () => {
    const term = termOf('2026-01-01', '2027-01-01', SHANGHAI);
    const moments = ['2025-12-31T15:59:59.999Z', term.from, '2026-12-31T15:59:59.999Z', term.to];
    expect(moments.map((moment) => covers(term, moment))).toEqual([false, true, true, false]);
  });
});
