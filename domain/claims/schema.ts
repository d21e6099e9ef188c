import * as z from 'zod';
import { Instant, idOf } from '../shared/schema.ts';

/** A claim's id is its policy's 26 characters and the claim's number within that policy. */
export const ClaimId = z
  .string()
  .regex(/^clm_[0-9a-hjkmnp-tv-z]{26}\d{3}$/)
  .meta({ description: 'The claim.', example: 'clm_01jd8x2k7v5m3q9w4t6y8r0z1b001' });

export const ClaimStatus = z
  .enum(['reported', 'registered', 'awaiting-facts', 'in-review', 'assessed', 'approved', 'rejected', 'paid'])
  .meta({ description: 'Where the claim stands (lifecycles 6.5).' });
export type ClaimStatus = z.infer<typeof ClaimStatus>;

export const TraceLine = z
  .strictObject({
    step: z.string().meta({ description: 'What was done.', example: 'deductible' }),
    amount: z.int().meta({ description: 'Amount after the step, in minor units.' }),
    detail: z.string().optional().meta({ description: 'The numbers that the step used.' }),
  })
  .meta({ id: 'TraceLine', description: 'One line of a loss calculation.' });

export const Claim = z
  .strictObject({
    claimId: ClaimId,
    policyId: idOf('pol', 'The policy.'),
    coverage: z.string(),
    status: ClaimStatus,
    lossAt: Instant,
    reportedAt: Instant,
    reporter: z.string(),
    facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
    hashes: z.record(z.string(), z.string()),
    sealedForm: z.string(),
    reserve: z.int(),
    score: z.int().optional(),
    reasons: z.array(z.string()).optional(),
    assessed: z
      .strictObject({ amount: z.int(), by: z.string(), rules: z.string(), trace: z.array(TraceLine) })
      .optional(),
    decidedBy: z.string().optional(),
    approved: z.int().optional(),
    paid: z.int().optional(),
  })
  .meta({ description: 'A claim as it is kept.' });
export type Claim = z.infer<typeof Claim>;
