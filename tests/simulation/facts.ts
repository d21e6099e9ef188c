import type { FlightFacts, ParcelFacts } from '../../functions/_kit/services.ts';
import { chanceOf } from './chance.ts';

/** What carriers and airports say. It follows from the seed and the name, and some of it is known only later. */
export const factsOfTheWorld = (seed: number, now: () => string) => {
  const parcels = new Map<string, string>();
  const parcel = (waybill: string): ParcelFacts | undefined => {
    const chance = chanceOf(seed, `parcel ${waybill}`);
    const known = parcels.get(waybill) ?? now();
    parcels.set(waybill, known);
    const fate = chance.pick(['signed', 'signed', 'signed', 'on-its-way', 'unknown'] as const);
    if (fate === 'unknown') return undefined;
    return fate === 'signed'
      ? { status: 'signed_by_seller', signedAt: known, source: 'carrier' }
      : { status: 'in_transit', source: 'carrier' };
  };

  const flights = (flight: string, date: string): readonly FlightFacts[] => {
    const chance = chanceOf(seed, `flight ${flight} ${date}`);
    const lateMinutes = chance.pick([0, 119, 120, 239, 240, 400]);
    const scheduledArrival = `${date}T13:00:00.000Z`;
    const actualArrival = new Date(Date.parse(scheduledArrival) + lateMinutes * 60_000).toISOString();
    if (actualArrival > now()) return [];
    const sources = chance.pick([['airport'], ['airport', 'airline'], []]);
    return sources.map((source) => ({
      ...{ source, official: source === 'airport', cancelled: false, scheduledArrival, actualArrival },
    }));
  };
  return { parcel, flights };
};
