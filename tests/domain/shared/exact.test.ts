import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  add,
  compare,
  decimalText,
  div,
  exact,
  greater,
  mul,
  readable,
  reduced,
  roundHalfEven,
  smaller,
  sub,
  whole,
} from '../../../domain/shared/exact.ts';

describe('roundHalfEven', () => {
  // Rules 2.1 R-02: two decimals for yuan, none for yen, three for dinar.
  it.each([
    ['2.345', 2, 234n],
    ['2.355', 2, 236n],
    ['-2.345', 2, -234n],
    ['0.005', 2, 0n],
    ['0.015', 2, 2n],
    ['0.5', 0, 0n],
    ['1.5', 0, 2n],
    ['2.5', 0, 2n],
    ['1.0005', 3, 1000n],
    ['1.0015', 3, 1002n],
    ['1.005', 2, 100n],
    ['1.0050000000000000000001', 2, 101n],
    ['-0.015', 2, -2n],
  ] as const)('rounds %s to %i decimals as the table says', (value, digits, expected) => {
    expect(roundHalfEven(exact(value), digits)).toBe(expected);
  });

  it('never lies more than half a unit away, and only an even unit lies exactly half away', () => {
    fc.assert(
      fc.property(fc.bigInt(-(10n ** 12n), 10n ** 12n), fc.bigInt(1n, 10n ** 6n), (numerator, denominator) => {
        const rounded = roundHalfEven({ numerator, denominator }, 0);
        const twice = 2n * (numerator - rounded * denominator);
        const away = twice < 0n ? -twice : twice;
        expect(away < denominator || (away === denominator && rounded % 2n === 0n)).toBe(true);
      }),
    );
  });

  it('rounds a debt as it rounds the same credit', () => {
    fc.assert(
      fc.property(fc.bigInt(), fc.bigInt(1n, 999n), (numerator, denominator) => {
        expect(roundHalfEven({ numerator: -numerator, denominator }, 2)).toBe(
          -roundHalfEven({ numerator, denominator }, 2),
        );
      }),
    );
  });
});

describe('exact', () => {
  it.each(['', 'abc', '1e3', '.5', '5.', '0x1', '1,5', ' 1', 'NaN'])('refuses %o as a decimal', (text) => {
    expect(() => exact(text)).toThrow('not a decimal');
  });

  it('keeps the sign of a fraction below one', () => {
    expect(readable(exact('-0.25'))).toBe('-0.25');
  });
});

describe('arithmetic', () => {
  const fraction = fc.tuple(fc.bigInt(-9999n, 9999n), fc.bigInt(1n, 999n)).map(([n, d]) => div(whole(n), whole(d)));

  it('takes away what it added, and divides by what it multiplied', () => {
    fc.assert(
      fc.property(fraction, fraction, (a, b) => {
        expect(compare(sub(add(a, b), b), a)).toBe(0);
        if (b.numerator !== 0n) expect(compare(div(mul(a, b), b), a)).toBe(0);
      }),
    );
  });

  it('orders fractions, also after a division by a negative one', () => {
    expect(compare(div(whole(1), exact('-3')), exact('-0.3'))).toBe(-1);
    expect(compare(exact('0.50'), exact('0.5'))).toBe(0);
    expect(compare(smaller(exact('0.1'), exact('0.09')), exact('0.09'))).toBe(0);
    expect(compare(greater(exact('0.1'), exact('0.09')), exact('0.1'))).toBe(0);
  });

  it('has no answer to a division by zero', () => {
    expect(() => div(whole(1), whole(0))).toThrow('division by zero');
  });
});

describe('decimalText', () => {
  it.each([
    [4374n, 2, '43.74'],
    [4n, 2, '0.04'],
    [-4n, 2, '-0.04'],
    [7n, 0, '7'],
    [-1000n, 3, '-1.000'],
  ] as const)('writes %s units of %i digits as %s', (units, digits, text) => {
    expect(decimalText(units, digits)).toBe(text);
  });
});

describe('readable', () => {
  it('drops what says nothing and keeps six decimals', () => {
    expect([exact('100'), exact('1.50'), div(whole(2), whole(3))].map(readable)).toEqual(['100', '1.5', '0.666667']);
    expect([exact('0'), exact('0.000001'), exact('-0.0000001'), exact('120.00')].map(readable)).toEqual([
      ...['0', '0.000001', '0', '120'],
    ]);
  });

  // On both sides of the billion, up to which a double writes it.
  it('writes every decimal of six places as it is, however large', () => {
    const billion = 10n ** 15n;
    fc.assert(
      fc.property(fc.oneof(fc.bigInt(-billion, billion), fc.bigInt(-(10n ** 24n), 10n ** 24n)), (millionths) => {
        const text = decimalText(millionths, 6);
        expect(readable(exact(text))).toBe(text.replace(/0+$/, '').replace(/\.$/, ''));
      }),
    );
  });
});

describe('reduced', () => {
  it('says the same in lowest terms', () => {
    expect(reduced(exact('1.00'))).toEqual(whole(1));
    expect(reduced(exact('0.028'))).toEqual({ numerator: 7n, denominator: 250n });
    expect(reduced(exact('-0.50'))).toEqual({ numerator: -1n, denominator: 2n });
    expect(reduced(exact('0.00'))).toEqual(whole(0));
  });
});
