import { describe, expect, it } from 'vitest';
import { deriveInputs } from '../../../domain/quoting/derive-inputs.ts';
import { device, flight, product } from './samples.ts';

describe('deriveInputs', () => {
  it('ages a device by the calendar of the product zone, not of UTC', () => {
    const ageAt = (now: string) => deriveInputs(product('device-protection'), device, now)['ageDays'];
    expect([ageAt('2026-11-23T15:59:59.999Z'), ageAt('2026-11-23T16:00:00.000Z')]).toEqual([0, 1]);
  });

  it('counts the days to a chosen start, and has none if none was chosen', () => {
    const startsIn = (answers: object) =>
      deriveInputs(product('device-protection'), { ...device, ...answers }, '2026-11-23T08:00:00.000Z')['startsIn'];
    expect([startsIn({ startDate: '2026-11-24' }), startsIn({})]).toEqual([1, undefined]);
  });

  it('reads month, hour and date of a departure on the clock of the airport', () => {
    const scheduledDeparture = '2027-01-01T00:30:00+08:00';
    const inputs = deriveInputs(product('flight-delay'), { ...flight, scheduledDeparture }, '2026-12-31T12:30:00.000Z');
    expect(inputs).toMatchObject({ month: 1, hour: 0, flightDate: '2027-01-01', minutesLeft: 240 });
  });

  it('keeps the answers themselves', () => {
    expect(deriveInputs(product('return-freight'), { distance: 'far' }, '2026-11-23T08:00:00.000Z')).toEqual({
      distance: 'far',
    });
  });
});
