import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exact } from '../../../domain/shared/exact.ts';
import {
  formatMinor,
  includedTax,
  minorDigits,
  rateOf,
  roundMinor,
  shareOf,
  toMinor,
} from '../../../domain/shared/money.ts';

describe('minorDigits', () => {
  // Tables A.9.
  it.each([
    ['CNY', 2],
    ['EUR', 2],
    ['JPY', 0],
    ['VND', 0],
    ['BHD', 3],
    ['IQD', 3],
    ['CLF', 4],
  ])('gives %s its ISO 4217 digits', (currency, digits) => {
    expect(minorDigits(currency)).toBe(digits);
  });
});

describe('toMinor', () => {
  // Rules 2.1 R-02.
  it.each([
    ['2.355', 'CNY', 236],
    ['2.5', 'JPY', 2],
    ['1.0015', 'BHD', 1002],
  ])('makes %s %s into %i minor units', (major, currency, minor) => {
    expect(toMinor(exact(major), currency)).toBe(minor);
  });
});

describe('roundMinor', () => {
  it('has no amounts beyond the safe integers', () => {
    expect(roundMinor(exact(String(Number.MAX_SAFE_INTEGER)))).toBe(Number.MAX_SAFE_INTEGER);
    expect(() => roundMinor(exact(String(2n ** 53n)))).toThrow(RangeError);
  });
});

describe('formatMinor', () => {
  it('writes an amount with the digits of its currency', () => {
    expect([formatMinor(4374, 'CNY'), formatMinor(500, 'JPY'), formatMinor(-5, 'KWD')]).toEqual([
      '43.74 CNY',
      '500 JPY',
      '-0.005 KWD',
    ]);
  });
});

describe('shareOf', () => {
  // Tables A.6: return premium = premium x unused days / term days.
  it.each([
    ['90 of 365 days used', 120_000, 275, 365, 90_411],
    ['91 of 366 days used', 120_000, 275, 366, 90_164],
    ['150 of 365 days used', 50_000, 215, 365, 29_452],
    ['the first day', 36_500, 365, 365, 36_500],
    ['185 of 366 days used', 100_000, 181, 366, 49_454],
    ['an endorsement with 184 of 365 days left', 30_000, 184, 365, 15_123],
    ['100 of 365 days of accident cover used', 7_000, 265, 365, 5_082],
  ])('splits once and rounds once: %s', (_, amount, numerator, denominator, expected) => {
    expect(shareOf(amount, numerator, denominator)).toBe(expected);
  });

  it('returns 90 % of the pro-rata part with one rounding', () => {
    // Rules 2.4 C-02: 500.00 with 150 of 365 days used; 1 500.00 with 219 of 365 days used.
    expect(shareOf(50_000, 215, 365, '0.90')).toBe(26_507);
    expect(shareOf(150_000, 146, 365, '0.90')).toBe(54_000);
  });

  it('never gives back more than was paid', () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 1, max: 366 }), fc.nat(366), (amount, term, used) => {
        const share = shareOf(amount, Math.min(used, term), term);
        expect(share >= 0 && share <= amount).toBe(true);
      }),
    );
  });
});

describe('rateOf', () => {
  it('takes a commission of 15 % of 19.90 and rounds the half fen to the even one', () => {
    // 0.15 x 1990 = 298.5, and 0.15 x 2010 = 301.5.
    expect([rateOf(1_990, '0.15'), rateOf(2_010, '0.15')]).toEqual([298, 302]);
  });
});

describe('includedTax', () => {
  // Catalogue 5.1 to 5.3: VAT 6 % included in the price.
  it.each([
    [432, 24],
    [23, 1],
    [262, 15],
    [13_962, 790],
    [60_489, 3_424],
    [130_054, 7_362],
    [1_200, 68],
    [4_374, 248],
    [14_625, 828],
  ])('finds the VAT in a price of %i fen', (gross, tax) => {
    expect(includedTax(gross, '0.06')).toBe(tax);
  });
});
