import { describe, expect, it } from 'vitest';
import { momentText, moneyText } from '../../../domain/notifications/format.ts';

describe('moneyText', () => {
  it.each([
    [123_450, 'CNY', 'CNY 1,234.50', '¥1,234.50'],
    [5, 'CNY', 'CNY 0.05', '¥0.05'],
    [1_234, 'JPY', 'JPY 1,234', 'JP¥1,234'],
    [1_500, 'KWD', 'KWD 1.500', 'KWD 1.500'],
  ])('writes %i minor units of %s with the decimals of the currency', (amount, currency, en, zh) => {
    expect(moneyText(amount, currency, 'en')).toBe(en);
    expect(moneyText(amount, currency, 'zh-CN')).toBe(zh);
  });

  it('is exact where a float would not be: 90,071,992,547,409.91', () => {
    expect(moneyText(Number.MAX_SAFE_INTEGER, 'CNY', 'en')).toBe('CNY 90,071,992,547,409.91');
  });
});

describe('momentText', () => {
  it('shows the wall clock of the contract’s zone: 10:30 UTC is 18:30 in Shanghai', () => {
    const instant = '2026-12-24T10:30:00.000Z';
    expect(momentText(instant, 'Asia/Shanghai', 'en')).toBe('24 December 2026, 18:30 (GMT+8)');
    expect(momentText(instant, 'Asia/Shanghai', 'zh-CN')).toBe('2026年12月24日 18:30（GMT+8）');
  });

  it('is on the other day where the zone is, and writes midnight as 00:00', () => {
    expect(momentText('2028-02-28T16:00:00.000Z', 'Asia/Shanghai', 'en')).toBe('29 February 2028, 00:00 (GMT+8)');
    expect(momentText('2028-02-28T15:59:59.999Z', 'Asia/Shanghai', 'en')).toBe('28 February 2028, 23:59 (GMT+8)');
  });

  it('tells the two half past two of a night apart in which clocks go back', () => {
    // Berlin leaves summer time on 25 October 2026 at 01:00 UTC.
    expect(momentText('2026-10-25T00:30:00.000Z', 'Europe/Berlin', 'en')).toBe('25 October 2026, 02:30 (GMT+2)');
    expect(momentText('2026-10-25T01:30:00.000Z', 'Europe/Berlin', 'en')).toBe('25 October 2026, 02:30 (GMT+1)');
  });
});
