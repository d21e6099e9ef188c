import * as z from 'zod';
import { Flight, Parcel, type SandboxFacts } from '../facts/facts.ts';
import type { Told } from './doors.ts';

const checked =
  <S extends z.ZodType>(schema: S, then: (value: z.output<S>) => Promise<unknown>): Told =>
  async (value) => {
    const parsed = schema.safeParse(value);
    return parsed.success ? { answer: await then(parsed.data) } : { wrong: z.prettifyError(parsed.error) };
  };

/** What a person may tell the sandbox: what the carrier and the airlines say. */
export const sandboxLevers = (facts: SandboxFacts): Readonly<Record<string, Told>> => ({
  '/sandbox/parcels': checked(Parcel, async (parcel) => {
    await facts.tellParcel(parcel);
    return { told: true };
  }),
  '/sandbox/flights': checked(Flight, async (report) => {
    await facts.tellFlight(report);
    return { told: true };
  }),
});
