import { describe, expect, it } from 'vitest';
import { servicesOf } from '../../../functions/_kit/sandbox-services.ts';
import { magicFlight, magicParcel, sandboxValues } from '../../../functions/_kit/sandbox-values.ts';
import type { Services } from '../../../functions/_kit/services.ts';
import { servicesFor } from '../../support/world.ts';

/** The world outside, which knows of one parcel and of one flight, and remembers what it was asked. */
const outside = () => {
  const asked: string[] = [];
  const services = servicesFor({
    tracking: {
      parcel: async (waybill) => {
        asked.push(waybill);
        return { status: 'in_transit', source: 'carrier' };
      },
    },
    flights: {
      status: async (flight) => {
        asked.push(flight);
        return [];
      },
    },
  });
  return { asked, services };
};
const values = [
  ...sandboxValues.flights.map(({ value }) => value),
  ...sandboxValues.waybills.map(({ value }) => `${value}01`),
];

describe('the services of a tenant', () => {
  it.each(['sbx-abc', 'sbx-abc-g2', 'sandbox-shop'])('know magic values where it is the sandbox %s', async (tenant) => {
    const { services, asked } = outside();
    const own = servicesOf(services, tenant);
    expect(await own.tracking.parcel('SBXSIGNED01')).toEqual({ status: 'signed_by_seller', source: 'sandbox-carrier' });
    expect(await own.flights.status('ZZ900', '2026-11-25')).toMatchObject([{ cancelled: true }, { cancelled: true }]);
    expect(asked).toEqual([]);
  });

  it('ask outside for everything else, in a sandbox too', async () => {
    const { services, asked } = outside();
    const own = servicesOf(services, 'sbx-abc');
    expect(await own.tracking.parcel('SF1234567890')).toMatchObject({ source: 'carrier' });
    expect(await own.flights.status('MU5101', '2026-11-25')).toEqual([]);
    expect(asked).toEqual(['SF1234567890', 'MU5101']);
  });

  it.each(['shop-a', 'sbxshop', 'my-sbx-shop', 'live-sandbox-'])(
    'know no magic where it is the live tenant %s',
    async (tenant) => {
      const { services, asked } = outside();
      const own: Services = servicesOf(services, tenant);
      expect(own).toBe(services);
      for (const value of values) {
        await own.tracking.parcel(value);
        await own.flights.status(value, '2026-11-25');
      }
      expect(asked).toHaveLength(values.length * 2);
    },
  );
});

describe('a magic value', () => {
  it('says 180 minutes late of ZZ180: noon and three hours', () => {
    expect(magicFlight('ZZ180', '2026-11-25')?.map(({ actualArrival }) => actualArrival)).toEqual([
      ...['2026-11-25T15:00:00.000Z', '2026-11-25T15:00:00.000Z'],
    ]);
  });
  it('is told by two sources of their own, both official', () => {
    for (const { value, sources } of sandboxValues.flights) {
      const told = magicFlight(value, '2026-11-25') ?? [];
      expect(told.map(({ official }) => official)).toEqual(sources.map(() => true));
      expect(new Set(told.map(({ source }) => source)).size).toBe(sources.length);
    }
  });
  it('is none where the table has none', () => {
    expect([magicFlight('ZZ181', '2026-11-25'), magicFlight('MU5101', '2026-11-25')]).toEqual([undefined, undefined]);
    expect([magicParcel('SF1234567890'), magicParcel('XSBXSIGNED')]).toEqual([undefined, undefined]);
  });
  it('can be given where it belongs: forms take it, and no two are alike', () => {
    for (const { value } of sandboxValues.flights) expect(value).toMatch(/^[A-Z0-9]{2}\d{1,4}[A-Z]?$/);
    for (const { value } of sandboxValues.waybills) expect(`${value}0001`).toMatch(/^[A-Z0-9]{8,20}$/);
    const all = Object.values(sandboxValues).flatMap((rows) => rows.map(({ value }) => value));
    expect(new Set(all).size).toBe(all.length);
  });
});
