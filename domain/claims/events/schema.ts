import * as z from 'zod';
import { CurrencyCode, Instant } from '../../shared/schema.ts';
import { ClaimId, TraceLine } from '../schema.ts';

const about = { policyId: z.string(), claimId: ClaimId };
const reasons = z.array(z.string());
const answers = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));

/** The data of every event of a claim. */
export const claimEvents = {
  'claim.reported': z
    .strictObject({
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
    })
    .meta({ description: 'A loss was reported under a policy, with the product’s form.' }),
  'claim.registered': z
    .strictObject({ ...about, reserve: z.int(), currency: CurrencyCode, at: Instant })
    .meta({ description: 'The claim is accepted for a decision, and money is reserved for it.' }),
  'claim.awaiting-facts': z.strictObject({ ...about, reasons, lookAt: Instant }).meta({
    description: 'The claim cannot be decided before outside facts are known; they are looked up again later.',
  }),
  'claim.look-due': z
    .strictObject({ ...about, at: Instant })
    .meta({ description: 'It is time to look again for the facts that the claim waits for.' }),
  'claim.referred': z
    .strictObject({ ...about, reasons, score: z.int(), at: Instant })
    .meta({ description: 'The claim was handed to a person to decide.' }),
  'claim.assessed': z
    .strictObject({
      ...about,
      amount: z.int(),
      trace: z.array(TraceLine),
      by: z.string(),
      rules: z.string().meta({ description: 'The product version whose rules decided.' }),
      at: Instant,
      established: answers.optional().meta({ description: 'Answers to the claim form that people corrected.' }),
      sealedNote: z
        .string()
        .optional()
        .meta({ description: 'What the person noted, as JWE under the customer’s key.' }),
    })
    .meta({ description: 'The payable amount was worked out, line by line.' }),
  'claim.approved': z
    .strictObject({ ...about, amount: z.int(), currency: CurrencyCode, by: z.string(), at: Instant })
    .meta({ description: 'The claim was accepted and its amount may be paid.' }),
  'claim.rejected': z
    .strictObject({
      ...about,
      reasons,
      clauses: z.array(z.string()).meta({ description: 'What the rejection rests on (LAW Art 24).' }),
      by: z.string(),
      at: Instant,
    })
    .meta({ description: 'The claim was refused, with the clauses that the refusal rests on.' }),
  'claim.paid': z
    .strictObject({ ...about, amount: z.int(), at: Instant })
    .meta({ description: 'The provider has paid the claim out.' }),
  'claim.payout-returned': z
    .strictObject({ ...about, at: Instant })
    .meta({ description: 'The money of a paid claim came back from the payee’s bank.' }),
};
