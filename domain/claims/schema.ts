import * as z from 'zod';
import { CurrencyCode, type Fact, Instant, idOf } from '../shared/schema.ts';

/** A claim's id is its policy's 26 characters and the claim's number within that policy. */
export const ClaimId = z
  .string()
  .regex(/^clm_[0-9a-hjkmnp-tv-z]{26}\d{3}$/)
  .meta({ description: 'The claim.', example: 'clm_01jd8x2k7v5m3q9w4t6y8r0z1b001' });

export const ClaimStatus = z
  .enum(['reported', 'registered', 'awaiting-facts', 'in-review', 'assessed', 'approved', 'rejected', 'paid'])
  .meta({ description: 'Where the claim stands.' });
export type ClaimStatus = z.infer<typeof ClaimStatus>;

/** Why people may reject a claim besides the exclusions of its product; each rests on the clause of the coverage. */
export const rejectionReasons = [
  'loss-not-proved',
  'documents-not-supplied',
  'trigger-not-met',
  'nothing-payable',
  'fraud-established',
  'paid-by-another',
  'time-barred',
  'withdrawn-by-claimant',
] as const;

export const TraceLine = z
  .strictObject({
    step: z.string().meta({ description: 'What was done.', example: 'deductible' }),
    amount: z.int().meta({ description: 'Amount after the step, in minor units.' }),
    detail: z.string().optional().meta({ description: 'The numbers that the step used.' }),
  })
  .meta({ id: 'TraceLine', description: 'One line of a loss calculation.' });
export type TraceLine = z.infer<typeof TraceLine>;

export const Claim = z
  .strictObject({
    claimId: ClaimId,
    policyId: idOf('pol', 'The policy.'),
    coverage: z.string(),
    currency: CurrencyCode,
    status: ClaimStatus,
    lossAt: Instant,
    reportedAt: Instant,
    reporter: z.string(),
    facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
    hashes: z.record(z.string(), z.string()),
    holds: z.array(z.string()),
    sealedForm: z.string(),
    reserve: z.int(),
    score: z.int().optional(),
    reasons: z.array(z.string()).optional(),
    assessed: z
      .strictObject({
        amount: z.int(),
        by: z.string(),
        rules: z.string(),
        trace: z.array(TraceLine),
        sealedNote: z.string().optional(),
      })
      .optional(),
    clauses: z.array(z.string()).optional(),
    decidedBy: z.string().optional(),
    decidedAt: Instant.optional(),
    approved: z.int().optional(),
    paid: z.int().optional(),
  })
  .meta({ description: 'A claim as it is kept.' });
export type Claim = Fact<z.infer<typeof Claim>>;

/** What opens out of a claim's sealed form: every answer, and the account that is to be paid. */
export const SealedForm = z.strictObject({
  form: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  payee: z.string(),
});
