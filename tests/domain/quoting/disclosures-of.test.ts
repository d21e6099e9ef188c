import { describe, expect, it } from 'vitest';
import { disclosuresOf } from '../../../domain/quoting/disclosures-of.ts';
import { product } from './samples.ts';

const flightDelay = product('flight-delay');
const whole = (text: string) => text;
const hashOf = (changed: typeof flightDelay, code: string) =>
  disclosuresOf(changed, whole).find((disclosure) => disclosure.code === code)?.contentHash;

describe('disclosuresOf', () => {
  it('requires consent to each text, and leaves marketing off', () => {
    expect(disclosuresOf(flightDelay, whole).map(({ code, required }) => [code, required])).toEqual([
      ['terms', true],
      ['exemptions', true],
      ['data-use', true],
      ['marketing', false],
    ]);
  });

  it('hashes what was shown, in both languages', () => {
    const hashed = hashOf(flightDelay, 'terms');
    expect(hashed).toContain('tiers do not add');
    expect(hashed).toContain('不累计');
  });

  it('notices that an exclusion changed', () => {
    const exclusions = flightDelay.exclusions.slice(1);
    expect(hashOf({ ...flightDelay, exclusions }, 'exemptions')).not.toBe(hashOf(flightDelay, 'exemptions'));
    expect(hashOf({ ...flightDelay, exclusions }, 'terms')).toBe(hashOf(flightDelay, 'terms'));
  });

  it('tells versions apart', () => {
    expect(hashOf({ ...flightDelay, version: 2 }, 'terms')).not.toBe(hashOf(flightDelay, 'terms'));
  });
});
