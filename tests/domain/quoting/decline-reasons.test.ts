import { describe, expect, it } from 'vitest';
import { declineReasons } from '../../../domain/quoting/decline-reasons.ts';
import { deriveInputs } from '../../../domain/quoting/derive-inputs.ts';
import type { Inputs } from '../../../domain/shared/form/schema.ts';
import { device, flight, NOW, order, product } from './samples.ts';

const codes = (productId: string, answers: Inputs, now = NOW) =>
  declineReasons(product(productId), deriveInputs(product(productId), answers, now)).map(({ code }) => code);

describe('declineReasons', () => {
  it('declines a buyer who returns more than half of all orders, and not one who returns half', () => {
    expect(codes('return-freight', { ...order, buyerReturnRate: '0.5' })).toEqual([]);
    expect(codes('return-freight', { ...order, buyerReturnRate: '0.5001' })).toEqual(['return-rate-too-high']);
  });

  it('declines a device of 366 days, and not one of 365', () => {
    expect(codes('device-protection', { ...device, purchasedOn: '2025-11-23' })).toEqual([]);
    expect(codes('device-protection', { ...device, purchasedOn: '2025-11-22' })).toEqual(['device-too-old']);
  });

  it('declines an IMEI with a wrong check digit, and gives all reasons at once', () => {
    const answers = { ...device, imei: '490154203237519', purchasedOn: '2020-01-01' };
    expect(codes('device-protection', answers)).toEqual(['imei-invalid', 'device-too-old']);
  });

  it('lets cover start tomorrow at the earliest, and in thirty days at the latest', () => {
    const starting = (startDate: string) => codes('device-protection', { ...device, startDate });
    expect(['2026-11-23', '2026-11-24', '2026-12-23', '2026-12-24'].map(starting)).toEqual([
      ['start-too-early'],
      [],
      [],
      ['start-too-late'],
    ]);
  });

  it('sells until exactly four hours before the scheduled departure', () => {
    // 18:30 in Shanghai is 10:30 UTC.
    expect(codes('flight-delay', flight, '2027-07-10T06:30:00.000Z')).toEqual([]);
    expect(codes('flight-delay', flight, '2027-07-10T06:30:00.001Z')).toEqual(['cut-off-passed']);
  });

  it('declines a flight whose delay is published', () => {
    expect(codes('flight-delay', { ...flight, delayPublished: true })).toEqual(['known-delay']);
  });

  it('asks at the bind only for what time can bring about', () => {
    const late = { minutesLeft: 239, delayPublished: true };
    expect(declineReasons(product('flight-delay'), late, true).map(({ code }) => code)).toEqual(['cut-off-passed']);
  });
});
