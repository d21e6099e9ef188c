import * as z from 'zod';

const instant = z.iso.datetime();

/** What the facts service says of a parcel. */
export const Parcel = z.object({ status: z.string(), signedAt: z.exactOptional(instant), source: z.string() });

/** What it says of a flight: a report for each source. */
export const FlightReports = z.array(
  z.object({
    source: z.string(),
    official: z.boolean(),
    cancelled: z.boolean(),
    scheduledArrival: instant,
    actualArrival: z.exactOptional(instant),
  }),
);
