import { join } from 'node:path';
import * as z from 'zod';
import type { Flights, Tracking } from '../../functions/_kit/services.ts';
import { journalledFile } from '../seed/journalled-file.ts';

const Instant = z.iso.datetime({ offset: true }).transform((text) => new Date(text).toISOString());

/** What the sandbox's carrier says about one parcel. */
export const Parcel = z.strictObject({
  waybill: z.string().regex(/^[A-Z0-9]{8,20}$/),
  status: z.string().min(1).max(40),
  signedAt: Instant.optional(),
});

/** What one of the sandbox's sources says about one flight of one local date. */
export const Flight = z.strictObject({
  flight: z.string().regex(/^[A-Z0-9]{2}\d{1,4}[A-Z]?$/),
  date: z.iso.date(),
  source: z.string().min(1).max(40),
  official: z.boolean(),
  cancelled: z.boolean(),
  scheduledArrival: Instant,
  actualArrival: Instant.optional(),
});

const Book = z.strictObject({ parcels: z.record(z.string(), Parcel), flights: z.record(z.string(), z.array(Flight)) });
type Book = z.infer<typeof Book>;
const flightName = (flight: string, date: string): string => `${flight} ${date}`;

/**
 * The sandbox's carrier and flight sources: they say what they were told over HTTP, and remember it across restarts.
 */
export const sandboxFacts = async (dataFolder: string) => {
  const empty = (): Book => ({ parcels: {}, flights: {} });
  const { book, put, remember, close } = await journalledFile(join(dataFolder, 'facts.json'), Book, empty);

  const tracking: Tracking = {
    parcel: async (waybill) => {
      const known = book.parcels[waybill];
      if (known === undefined) return undefined;
      const { status, signedAt } = known;
      return { status, source: 'sandbox-carrier', ...(signedAt !== undefined && { signedAt }) };
    },
  };
  const flights: Flights = {
    status: async (flight, date) =>
      (book.flights[flightName(flight, date)] ?? []).map(
        ({ flight: _flight, date: _date, actualArrival, ...facts }) => ({
          ...facts,
          ...(actualArrival !== undefined && { actualArrival }),
        }),
      ),
  };
  return {
    tracking,
    flights,
    tellParcel: async (parcel: z.infer<typeof Parcel>): Promise<void> => {
      put('parcels', parcel.waybill, parcel);
      remember();
    },
    /** Another report of the same source replaces its first. */
    tellFlight: async (report: z.infer<typeof Flight>): Promise<void> => {
      const name = flightName(report.flight, report.date);
      const others = (book.flights[name] ?? []).filter(({ source }) => source !== report.source);
      put('flights', name, [...others, report]);
      remember();
    },
    close,
  };
};
export type SandboxFacts = Awaited<ReturnType<typeof sandboxFacts>>;
