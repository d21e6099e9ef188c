import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { passesLuhn } from '../../../domain/shared/identifiers.ts';

describe('passesLuhn', () => {
  // Tables A.9; 490154203237518 is the specimen IMEI of 3GPP TS 23.003.
  it.each([
    ['79927398713', true],
    ['79927398710', false],
    ['4242424242424242', true],
    ['490154203237518', true],
    ['490154203237519', false],
    ['', false],
    ['4901 5420', false],
  ])('judges %o as %s', (digits, valid) => {
    expect(passesLuhn(digits)).toBe(valid);
  });

  it('notices every single wrong digit', () => {
    fc.assert(
      fc.property(fc.nat(14), fc.integer({ min: 1, max: 9 }), (place, shift) => {
        const digits = [...'490154203237518'];
        digits[place] = String((Number(digits[place]) + shift) % 10);
        expect(passesLuhn(digits.join(''))).toBe(false);
      }),
    );
  });
});
