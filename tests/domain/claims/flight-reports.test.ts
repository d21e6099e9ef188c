import { describe, expect, it } from 'vitest';
import { flightReports } from '../../../domain/claims/flight-reports.ts';

const source = { source: 'airport', official: true, cancelled: false, scheduledArrival: '2026-06-01T13:00:00.000Z' };

describe('flightReports', () => {
  it('takes an arrival as observed when it happened', () => {
    const actualArrival = '2026-06-01T15:10:00.000Z';
    expect(flightReports([{ ...source, actualArrival }])).toEqual([
      {
        source: 'airport',
        official: true,
        scheduledArrival: '2026-06-01T13:00:00.000Z',
        observedAt: actualArrival,
        status: 'arrived',
        actualArrival,
      },
    ]);
  });

  it('takes a cancellation as observed at the arrival that never was', () => {
    expect(flightReports([{ ...source, cancelled: true }])).toMatchObject([
      { status: 'cancelled', observedAt: '2026-06-01T13:00:00.000Z' },
    ]);
  });

  it('hears nothing yet of a flight that is under way', () => {
    expect(flightReports([source])).toEqual([]);
  });
});
