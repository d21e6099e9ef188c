import * as z from 'zod';
import { Flight, Parcel, type SandboxFacts } from '../facts/facts.ts';
import type { SandboxClock } from '../sandbox-clock.ts';
import type { Told } from './doors.ts';

const Advance = z.strictObject({
  hours: z
    .int()
    .min(1)
    .max(24 * 400),
});
/** An advance is made in steps, so that what is due on the way happens near its own time and in order. */
const stepsMax = 48;

const checked =
  <S extends z.ZodType>(schema: S, then: (value: z.output<S>) => Promise<unknown>): Told =>
  async (value) => {
    const parsed = schema.safeParse(value);
    return parsed.success ? { answer: await then(parsed.data) } : { wrong: z.prettifyError(parsed.error) };
  };

type Setup = {
  readonly tenant: string;
  readonly facts: SandboxFacts;
  readonly clock: SandboxClock;
  /** Does what is due by the tenant's clock, and all that follows from it. */
  readonly settle: () => Promise<void>;
};

const advance = async ({ tenant, clock, settle }: Setup, hours: number) => {
  const step = Math.max(1, Math.ceil(hours / stepsMax));
  for (let left = hours; left > 0; left -= step) {
    await clock.advance(tenant, Math.min(step, left) * 60);
    await settle();
  }
  return { now: await clock.clock.business(tenant) };
};

/** What a person may tell the sandbox: what the carrier and the airlines say, and that time has passed. */
export const sandboxLevers = (setup: Setup): Readonly<Record<string, Told>> => ({
  '/sandbox/parcels': checked(Parcel, async (parcel) => {
    await setup.facts.tellParcel(parcel);
    return { told: true };
  }),
  '/sandbox/flights': checked(Flight, async (report) => {
    await setup.facts.tellFlight(report);
    return { told: true };
  }),
  '/sandbox/clock': checked(Advance, ({ hours }) => advance(setup, hours)),
});
