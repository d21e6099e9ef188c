import * as z from 'zod';
import { Decimal, Name } from '../../shared/form/schema.ts';

const step = z.string().min(1).describe('What the worksheet calls the step; others bear the name of table or input.');
const payout = z.strictObject({
  probability: Name.describe('Table of the probability by risk.'),
  benefit: Name.describe('Table of the benefit by plan, minor units.'),
});

/**
 * One step of a tariff. The running value begins at one and every step multiplies or divides it, exactly, in the order
 * of the document; what results is an amount in minor units.
 */
export const RatingStep = z
  .discriminatedUnion('do', [
    z.strictObject({
      do: z.literal('value').describe('Times an amount, such as the insured value.'),
      input: Name,
    }),
    z.strictObject({
      do: z.literal('table').describe('Times the entry of a table that an input names.'),
      table: Name,
      input: Name,
    }),
    z.strictObject({
      do: z.literal('bands').describe('Times the factor of the band that a number falls into.'),
      input: Name,
      bands: z
        .array(z.tuple([Decimal, Decimal]))
        .min(1)
        .describe('Inclusive lower bound and factor, rising; a number below the first has no rate.'),
    }),
    z.strictObject({
      do: z.literal('expected-payout').describe('Times the expected payout of tiers that replace each other.'),
      step,
      risk: Name.describe('Input that names the row of probabilities.'),
      plan: Name.describe('Input that names the benefit.'),
      delays: z.array(payout).min(1).describe('Shortest delay first; each probability includes the longer delays.'),
      cancelled: payout.describe('A cancelled flight is no delay and stands alone.'),
    }),
    z.strictObject({
      do: z.literal('divide').describe('Divided by a constant, such as the target loss ratio.'),
      step,
      by: Decimal,
    }),
  ])
  .meta({ id: 'RatingStep', description: 'One step of a tariff.' });
export type RatingStep = z.infer<typeof RatingStep>;

/** The steps, then one half-even rounding to the minor unit, then the minimum and the maximum (catalogue head). */
export const Rating = z
  .strictObject({
    steps: z.array(RatingStep).min(1).describe('In order.'),
    minimum: z.int().positive().describe('Minimum premium, minor units.'),
    maximum: z.int().positive().optional().describe('Maximum premium, minor units.'),
  })
  .meta({ id: 'Rating', description: 'How the premium is worked out.' });
