import * as z from 'zod';
import { Condition, Decimal, Name } from '../../shared/form/schema.ts';
import { LocalizedText } from '../../shared/schema.ts';
import { Code } from '../code/schema.ts';

/** What a covered loss is worth, before the remaining limits of the policy (rules 2.7). */
export const Benefit = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('agreed').describe('An amount agreed beforehand.'),
      table: Name.describe('Table of amounts, minor units.'),
      input: Name.describe('Input that names the amount.'),
    }),
    z.strictObject({
      kind: z.literal('parametric').describe('An amount by an observed index; a higher tier replaces a lower one.'),
      plan: Name.describe('Input that names the amount in each table.'),
      delays: z
        .array(z.strictObject({ fromMinutes: z.int().positive().describe('Inclusive.'), table: Name }))
        .min(1)
        .describe('Shortest delay first.'),
      cancelled: Name.describe('Table of the amount for a cancelled flight.'),
      divertedUnder: z.int().positive().describe('A diversion counts as cancelled unless the delay is below this.'),
    }),
    z.strictObject({
      kind: z.literal('indemnity').describe('The loss itself, by the indemnity terms of the product.'),
      totalLoss: z.enum(['never', 'declared', 'always']).describe('Whether a claim is for the whole object.'),
      perClaim: Decimal.optional().describe('Largest share of the value for one claim.'),
      aggregate: z.literal('depreciated-value').optional().describe('Most for all claims of the term.'),
    }),
  ])
  .meta({ id: 'Benefit', description: 'What a covered loss is worth.' });
export type Benefit = z.infer<typeof Benefit>;

/** How a loss of the insured object is valued (rules 2.7 L-03, L-09). */
export const Indemnity = z
  .strictObject({
    value: Name.describe('Input with the insured value, minor units.'),
    depreciation: z
      .strictObject({
        since: Name.describe('Input with the day from which the object ages.'),
        perMonth: Decimal.describe('Share of the value per started month.'),
        floor: Decimal.describe('Share of the value that always remains.'),
      })
      .describe('What a totally lost object is still worth.'),
    deductible: z
      .strictObject({
        input: Name.describe('Input that names the chosen rate.'),
        table: Name.describe('Table of rates on the loss; a rate of zero is no deductible.'),
        min: z.int().nonnegative().describe('Minor units.'),
        max: z.int().nonnegative().describe('Minor units.'),
      })
      .describe('What the insured bears of each loss.'),
  })
  .meta({ id: 'IndemnityTerms', description: 'How a loss of the insured object is valued.' });

export const Coverage = z
  .strictObject({
    code: Code,
    clause: z.string().min(1).describe('Clause of the terms that grants it.'),
    name: LocalizedText,
    when: z.array(Condition).optional().describe('When the policy includes it; always, if absent.'),
    benefit: Benefit,
    claimsPerTerm: z.int().positive().optional().describe('Most paid claims in one term.'),
    endsPolicy: z.literal(true).optional().describe('A paid claim ends the policy.'),
  })
  .meta({ id: 'Coverage', description: 'One thing that is insured.' });
export type Coverage = z.infer<typeof Coverage>;

export const Exclusion = z
  .strictObject({ code: Code, text: LocalizedText })
  .meta({ id: 'Exclusion', description: 'What is not covered.' });
