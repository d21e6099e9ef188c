import { describe, expect, it } from 'vitest';
import { remindAt } from '../../../domain/policies/remind-at.ts';

const shanghai = { collection: 'provider', payBy: '2026-11-24T08:00:00.000Z', zone: 'Asia/Shanghai' } as const;
const renewal = { renewal: { daysBefore: 30 } };

describe('remindAt', () => {
  it('reminds of a premium some time before it runs out: six hours before 08:00 is 02:00', () => {
    expect(remindAt(shanghai, {}, { premium: { minutesBefore: 360 } })).toEqual({
      premium: '2026-11-24T02:00:00.000Z',
    });
  });

  it('reminds nobody of a premium that the partner has collected', () => {
    expect(remindAt({ ...shanghai, collection: 'partner' }, {}, { premium: { minutesBefore: 360 } })).toBeUndefined();
  });

  it('reminds of the end of the term so many local days before, at the same wall time', () => {
    // The end is 24 November 2027, 00:00 in Shanghai; thirty days before is 25 October 2027, 00:00.
    expect(remindAt(shanghai, { to: '2027-11-23T16:00:00.000Z' }, renewal)).toEqual({
      renewal: '2027-10-24T16:00:00.000Z',
    });
  });

  it('counts the leap day: thirty days before 15 March are 14 February in 2028 and 13 February in 2027', () => {
    expect(remindAt(shanghai, { to: '2028-03-14T16:00:00.000Z' }, renewal)).toEqual({
      renewal: '2028-02-13T16:00:00.000Z',
    });
    expect(remindAt(shanghai, { to: '2027-03-14T16:00:00.000Z' }, renewal)).toEqual({
      renewal: '2027-02-12T16:00:00.000Z',
    });
  });

  it('keeps midnight where the clocks change in between: an hour less of UTC in winter', () => {
    // Berlin: 10 April 2027, 00:00 is 22:00 UTC the day before; 11 March, 00:00 is 23:00 UTC the day before.
    const berlin = { ...shanghai, zone: 'Europe/Berlin' };
    expect(remindAt(berlin, { to: '2027-04-09T22:00:00.000Z' }, renewal)).toEqual({
      renewal: '2027-03-10T23:00:00.000Z',
    });
  });

  it('has nothing for a product that reminds of nothing, nor for an end that nobody knows', () => {
    expect(remindAt(shanghai, { to: '2027-11-23T16:00:00.000Z' }, {})).toBeUndefined();
    expect(remindAt(shanghai, {}, renewal)).toBeUndefined();
  });
});
