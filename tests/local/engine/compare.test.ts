import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareStrings, compareValues, firstWhere, sameValue } from '../../../local/engine/compare.ts';

describe('compareStrings', () => {
  it('orders as the UTF-8 bytes do, also where UTF-16 would not', () => {
    expect(compareStrings('\uffee', '😀')).toBeLessThan(0);
    expect('\uffee' < '😀').toBe(false);
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (left, right) => {
        expect(Math.sign(compareStrings(left, right))).toBe(Buffer.compare(Buffer.from(left), Buffer.from(right)));
      }),
    );
  });
});

describe('compareValues', () => {
  it('orders numbers, texts and bytes, and nothing across types', () => {
    expect(compareValues(9, 10)).toBeLessThan(0);
    expect(compareValues('9', '10')).toBeGreaterThan(0);
    expect(compareValues(new Uint8Array([1]), new Uint8Array([1, 0]))).toBeLessThan(0);
    expect(compareValues('9', 9)).toBeUndefined();
    expect(compareValues(true, false)).toBeUndefined();
    expect(compareValues([1], [1])).toBeUndefined();
  });
});

describe('sameValue', () => {
  it('looks at content, not at the order of names', () => {
    expect(sameValue({ a: 1, b: [new Uint8Array([1])] }, { b: [new Uint8Array([1])], a: 1 })).toBe(true);
    expect(sameValue({ a: 1 }, { a: '1' })).toBe(false);
    expect(sameValue([1, 2], [2, 1])).toBe(false);
  });
});

describe('firstWhere', () => {
  it('finds the first element from which a test holds, or the end', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.integer(), (numbers, bound) => {
        const sorted = numbers.toSorted((left, right) => left - right);
        const expected = sorted.findIndex((number) => number >= bound);
        expect(firstWhere(sorted, (number) => number >= bound)).toBe(expected < 0 ? sorted.length : expected);
      }),
    );
  });
});
