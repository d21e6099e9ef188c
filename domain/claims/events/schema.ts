import * as z from 'zod';
import { CurrencyCode, Instant } from '../../shared/schema.ts';
import { ClaimId, TraceLine } from '../schema.ts';

const about = { policyId: z.string(), claimId: ClaimId };
const reasons = z.array(z.string());

/** The data of every event of a claim. */
export const claimEvents = {
  'claim.reported': z.strictObject({
    ...about,
    coverage: z.string(),
    lossAt: Instant,
    reportedAt: Instant,
    reporter: z.string(),
    facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
    hashes: z.record(z.string(), z.string()).meta({ description: 'Keyed hashes of identifying answers.' }),
    sealedForm: z.string().meta({ description: 'JWE of all answers under the person’s own key.' }),
  }),
  'claim.registered': z.strictObject({ ...about, reserve: z.int(), currency: CurrencyCode, at: Instant }),
  'claim.awaiting-facts': z.strictObject({ ...about, lookAt: Instant }),
  'claim.look-due': z.strictObject({ ...about, at: Instant }),
  'claim.referred': z.strictObject({ ...about, reasons, score: z.int(), at: Instant }),
  'claim.assessed': z.strictObject({
    ...about,
    amount: z.int(),
    trace: z.array(TraceLine),
    by: z.string(),
    rules: z.string().meta({ description: 'The product version whose rules decided.' }),
    at: Instant,
  }),
  'claim.approved': z.strictObject({ ...about, amount: z.int(), currency: CurrencyCode, by: z.string(), at: Instant }),
  'claim.rejected': z.strictObject({ ...about, reasons, by: z.string(), at: Instant }),
  'claim.paid': z.strictObject({ ...about, amount: z.int(), at: Instant }),
};
