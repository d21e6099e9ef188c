import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMinutes,
  dateExists,
  daysBetween,
  localDate,
  localDateTime,
  localDay,
  minutesBetween,
} from '../../../domain/shared/zone.ts';

describe('localDateTime', () => {
  it.each([
    ['2026-11-23T15:59:59.999Z', 'Asia/Shanghai', '2026-11-23T23:59:59.999'],
    ['2026-11-23T16:00:00.000Z', 'Asia/Shanghai', '2026-11-24T00:00:00.000'],
    ['2026-03-08T06:59:59.999Z', 'America/New_York', '2026-03-08T01:59:59.999'],
    ['2026-03-08T07:00:00.000Z', 'America/New_York', '2026-03-08T03:00:00.000'],
  ])('shows %s on a clock in %s', (instant, zone, shown) => {
    expect(localDateTime(instant, zone)).toBe(shown);
    expect(localDate(instant, zone)).toBe(shown.slice(0, 10));
  });
});

describe('localDay', () => {
  it('counts the days of a zone from 1970 on, before it too', () => {
    expect(localDay('1970-01-01T15:59:59.999Z', 'Asia/Shanghai')).toBe(0);
    // 20454 = 56 years of 365 days, 14 leap days (1972 to 2024), to 2026-01-01.
    expect(localDay('2025-12-31T15:59:59.999Z', 'Asia/Shanghai')).toBe(20_453);
    expect(localDay('2025-12-31T16:00:00.000Z', 'Asia/Shanghai')).toBe(20_454);
    expect(localDay('1970-01-01T00:00:00.000Z', 'America/New_York')).toBe(-1);
  });
});

describe('daysBetween', () => {
  // Rules 2.2 D-04 and tables A.6.
  it.each([
    ['2025-01-01', '2025-04-01', 90],
    ['2024-01-01', '2024-04-01', 91],
    ['2024-02-29', '2025-03-01', 366],
    ['2026-03-01', '2026-02-28', -1],
  ])('counts calendar days from %s to %s', (from, to, days) => {
    expect(daysBetween(from, to)).toBe(days);
  });

  it('finds again the days that were added', () => {
    fc.assert(
      fc.property(fc.integer({ min: -40_000, max: 40_000 }), (days) => {
        expect(daysBetween('2024-02-29', addDays('2024-02-29', days))).toBe(days);
      }),
    );
  });
});

describe('dateExists', () => {
  it('knows leap years, and days that no month has', () => {
    const dates = ['2024-02-29', '2023-02-29', '1900-02-29', '2000-02-29', '2026-04-31', '2026-13-01', 'tomorrow'];
    expect(dates.filter(dateExists)).toEqual(['2024-02-29', '2000-02-29']);
  });
});

describe('minutesBetween', () => {
  it('counts whole minutes between moments of different offsets, rounded down', () => {
    expect(minutesBetween('2026-12-24T06:30:00.000Z', '2026-12-24T18:30:00+08:00')).toBe(240);
    expect(minutesBetween('2026-12-24T06:30:00.001Z', '2026-12-24T18:30:00+08:00')).toBe(239);
  });
});

describe('addMinutes', () => {
  it('keeps the milliseconds', () => {
    expect(addMinutes('2026-12-31T23:45:00.007Z', 30)).toBe('2027-01-01T00:15:00.007Z');
  });
});
