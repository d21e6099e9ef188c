import * as z from 'zod';
import { type Fact, Instant, idOf } from '../shared/schema.ts';
import { toOrBy } from './checks.ts';

export const ClockId = idOf('clk', 'The clock of a sandbox.');

/** A span of time as ISO 8601 writes it, of calendar and clock units: `P1Y`, `P10DT12H`, `PT90S`. */
export const Span = z
  .string()
  .regex(/^P(?=\d|T\d)(\d{1,4}Y)?(\d{1,5}M)?(\d{1,6}W)?(\d{1,7}D)?(T(?=\d)(\d{1,8}H)?(\d{1,9}M)?(\d{1,10}S)?)?$/)
  .meta({ description: 'A span of time in the form of ISO 8601, in UTC: a year is a calendar year.', example: 'P1Y' });

export const ClockStatus = z
  .enum(['ready', 'advancing'])
  .meta({ description: '`advancing`: what is due on the way is being done; ask again until it is `ready`.' });

/** A sandbox's clock as its records tell of it. Where it stands at the moment is a mark beside them. */
export const ClockState = z.strictObject({
  clockId: ClockId,
  status: ClockStatus,
  from: Instant.meta({ description: 'Business time at which the last advance began.' }),
  to: Instant.meta({ description: 'Business time at which it ends.' }),
  woken: z.int().min(0).meta({ description: 'How many due things the last advance has done so far.', example: 3 }),
  heldUp: z.int().min(0).meta({ description: 'How many failed, and were put off by five minutes.', example: 0 }),
});
export type ClockState = Fact<z.infer<typeof ClockState>>;

export const AdvanceClock = z
  .strictObject({
    to: z.iso.datetime({ offset: true }).optional().meta({
      description: 'Sets the clock to this instant, with its offset or `Z`; it lies ahead of the sandbox’s time.',
      example: '2027-11-23T08:00:00Z',
    }),
    by: Span.optional().meta({ description: 'Moves the clock on by this span instead.' }),
  })
  .refine(toOrBy, { message: 'Give either `to` or `by`.' })
  .meta({ id: 'AdvanceClock', description: 'Where a sandbox’s time is to go.' });
export type AdvanceClock = z.infer<typeof AdvanceClock>;
