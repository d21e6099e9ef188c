import { describe, expect, it } from 'vitest';
import { milestonesOf, periodAfter, periodAtBind } from '../../../domain/policies/policy-period.ts';
import { product } from '../../support/policies.ts';

const boundAt = '2026-11-23T08:00:00.000Z';
const returns = product('return-freight');
const device = product('device-protection');
const flight = product('flight-delay');

describe('periodAtBind', () => {
  it('begins a device’s cover at the next local midnight and ends it twelve months later', () => {
    // 23 November 16:00 in Shanghai; 24 November 00:00 there is 16:00 UTC of the day before.
    expect(periodAtBind(device, {}, boundAt)).toEqual({
      from: '2026-11-23T16:00:00.000Z',
      to: '2027-11-23T16:00:00.000Z',
    });
  });

  it('begins at a chosen day, and gives 29 February a year that covers 28 February whole', () => {
    const period = periodAtBind(device, { startDate: '2028-02-29' }, boundAt);
    // D-05 by the last covered day: 2028-02-29 to 2029-03-01 exclusive, local midnights at UTC+8.
    expect(period).toEqual({ from: '2028-02-28T16:00:00.000Z', to: '2029-02-28T16:00:00.000Z' });
  });

  it('begins a flight’s cover at once and ends it three days after the day of the flight', () => {
    expect(periodAtBind(flight, { flightDate: '2026-11-25' }, boundAt)).toEqual({
      from: boundAt,
      to: '2026-11-27T16:00:00.000Z',
    });
  });

  it('knows no beginning of a return’s cover, only the day by which the shipment must have come', () => {
    expect(periodAtBind(returns, {}, boundAt)).toEqual({ to: '2027-02-21T08:00:00.000Z' });
  });
});

describe('periodAfter', () => {
  const shipped = '2026-11-24T02:15:00.000Z';
  const begun = periodAfter(returns, { to: '2027-02-21T08:00:00.000Z' }, 'shipment_confirmed', shipped);

  it('begins at the shipment, for 90 days at most', () => {
    expect(begun).toEqual({ from: shipped, to: '2027-02-22T02:15:00.000Z' });
  });

  it('ends when the seventh day after the receipt is over', () => {
    // Received on 27 November local; the last covered day is 4 December, so 5 December 00:00 local is the end.
    const ended = periodAfter(returns, begun, 'receipt_signed', '2026-11-27T06:00:00.000Z');
    expect(ended).toEqual({ from: shipped, to: '2026-12-04T16:00:00.000Z' });
  });

  it('never ends later than the 90 days, however late the receipt', () => {
    expect(periodAfter(returns, begun, 'receipt_signed', '2027-02-21T06:00:00.000Z')).toEqual(begun);
  });

  it('changes nothing for an event that the product does not name', () => {
    expect(periodAfter(device, { from: boundAt }, 'receipt_signed', shipped)).toEqual({ from: boundAt });
  });
});

describe('milestonesOf', () => {
  it('names the events that begin and end cover', () => {
    expect(milestonesOf(returns)).toEqual(['shipment_confirmed', 'receipt_signed']);
    expect(milestonesOf(device)).toEqual([]);
  });
});
