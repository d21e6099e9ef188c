import * as z from 'zod';
import { CurrencyCode, Instant } from '../../shared/schema.ts';
import { ClaimId, TraceLine } from '../schema.ts';

const about = { policyId: z.string(), claimId: ClaimId };
const reasons = z.array(z.string());
const answers = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));

/** The data of every event of a claim. */
export const claimEvents = {
  'claim.reported': z.strictObject({
    ...about,
    coverage: z.string(),
    currency: CurrencyCode,
    lossAt: Instant,
    reportedAt: Instant,
    reporter: z.string(),
    facts: answers.meta({ description: 'Form answers that calculate and identify nobody.' }),
    hashes: z.record(z.string(), z.string()).meta({ description: 'Keyed hashes of identifying answers.' }),
    holds: z
      .array(z.string())
      .meta({ description: 'Unique business keys that the claim takes; a rejection frees them.' }),
    sealedForm: z.string().meta({ description: 'JWE of all answers and the payee under the person’s own key.' }),
  }),
  'claim.registered': z.strictObject({ ...about, reserve: z.int(), currency: CurrencyCode, at: Instant }),
  'claim.awaiting-facts': z.strictObject({ ...about, reasons, lookAt: Instant }),
  'claim.look-due': z.strictObject({ ...about, at: Instant }),
  'claim.referred': z.strictObject({ ...about, reasons, score: z.int(), at: Instant }),
  'claim.assessed': z.strictObject({
    ...about,
    amount: z.int(),
    trace: z.array(TraceLine),
    by: z.string(),
    rules: z.string().meta({ description: 'The product version whose rules decided.' }),
    at: Instant,
    established: answers.optional().meta({ description: 'Answers to the claim form that people corrected.' }),
    sealedNote: z.string().optional().meta({ description: 'What the person noted, as JWE under the customer’s key.' }),
  }),
  'claim.approved': z.strictObject({ ...about, amount: z.int(), currency: CurrencyCode, by: z.string(), at: Instant }),
  'claim.rejected': z.strictObject({
    ...about,
    reasons,
    clauses: z.array(z.string()).meta({ description: 'What the rejection rests on (LAW Art 24).' }),
    by: z.string(),
    at: Instant,
  }),
  'claim.paid': z.strictObject({ ...about, amount: z.int(), at: Instant }),
  'claim.payout-returned': z.strictObject({ ...about, at: Instant }),
};
