import { describe, expect, it } from 'vitest';
import { assertLongEnough } from '../../../functions/_kit/deprecations.ts';

const deprecated =
  (since: string, sunset: string, instead = 'Call `getSale`.') =>
  () =>
    assertLongEnough({ id: 'findSale', deprecated: { since, sunset, instead } });

describe('a deprecation', () => {
  it('gives clients twelve months, to the day', () => {
    expect(deprecated('2027-01-31', '2028-01-31')).not.toThrow();
    expect(deprecated('2027-01-31', '2028-01-30')).toThrow('goes on 2028-01-31 at the earliest');
    expect(deprecated('2028-02-29', '2029-02-28')).toThrow('goes on 2029-03-01 at the earliest');
  });

  it.each(['2027-13-01', '2027-02-30', '31.1.2027', ''])('names days of a calendar, which %j is not', (day) => {
    expect(deprecated(day, '2029-01-31')).toThrow();
    expect(deprecated('2027-01-31', day)).toThrow();
  });

  it('says what to call instead', () => {
    expect(deprecated('2027-01-31', '2028-01-31', ' ')).toThrow('what to call instead');
  });

  it('is no matter of an endpoint that stays', () => {
    expect(() => assertLongEnough({ id: 'getSale' })).not.toThrow();
  });
});
