import { isSandbox } from './sandbox.ts';
import { magicFlight, magicParcel } from './sandbox-values.ts';
import type { Services } from './services.ts';

const known = new WeakMap<Services, Services>();

/** The services as they are, but for magic flights and parcels; what is not magic is asked outside as ever. */
const withMagic = (services: Services): Services => {
  const before = known.get(services);
  if (before !== undefined) return before;
  const { tracking, flights } = services;
  const made: Services = {
    ...services,
    ...(tracking !== undefined && {
      tracking: { parcel: async (waybill) => magicParcel(waybill) ?? tracking.parcel(waybill) },
    }),
    ...(flights !== undefined && {
      flights: { status: async (flight, date) => magicFlight(flight, date) ?? flights.status(flight, date) },
    }),
  };
  known.set(services, made);
  return made;
};

/** The services of a tenant. Magic is for sandboxes alone: a live tenant gets what the world says, and nothing else. */
export const servicesOf = (services: Services, tenant: string): Services =>
  isSandbox(tenant) ? withMagic(services) : services;
