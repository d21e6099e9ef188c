import * as z from 'zod';
import { PolicyId } from '../../policies/schema.ts';
import { Instant, Money, OffsetDateTime } from '../../shared/schema.ts';
import { ClaimId, ClaimStatus, rejectionReasons, TraceLine } from '../schema.ts';

const Answers = z.record(z.string().max(40), z.union([z.string().max(200), z.number(), z.boolean()]));
const amount = z.int().nonnegative().max(Number.MAX_SAFE_INTEGER);

export const ReportClaim = z
  .strictObject({
    coverage: z.string().max(40).meta({ description: 'The coverage, as the product names it.', example: 'screen' }),
    lossAt: OffsetDateTime.meta({ description: 'When the loss happened.', example: '2026-12-24T18:30:00+08:00' }),
    form: Answers.meta({
      description: 'Answers to the claim form of the coverage, each field as the product defines it.',
      example: { repairQuote: 120_000 },
    }),
    payee: z
      .string()
      .regex(
        /^ba_[A-Za-z0-9]{8,40}$/,
        'Give the payment provider’s token of the account, `ba_…`, never an account number.',
      )
      .meta({
        description: 'Token of the account to be paid, from the payment provider; no account number ever comes here.',
        example: 'ba_1QK2v9L0aZ4xYw7T',
      }),
  })
  .meta({ id: 'ReportClaim', description: 'First notice of a loss.' });

export const ClaimView = z
  .strictObject({
    claimId: ClaimId,
    policyId: PolicyId,
    coverage: z.string(),
    status: ClaimStatus,
    lossAt: Instant,
    reportedAt: Instant,
    approved: Money.optional().meta({ description: 'What was approved; it counts against the limits.' }),
    paid: Money.optional().meta({ description: 'What the payment provider has confirmed.' }),
    reasons: z
      .array(z.string())
      .optional()
      .meta({ description: 'Why it was rejected, or which facts it waits for.', example: ['not-signed_by_seller'] }),
    clauses: z
      .array(z.string())
      .optional()
      .meta({ description: 'The clauses and exclusions that a rejection rests on (LAW Art 24).' }),
    decidedAt: Instant.optional().meta({ description: 'When it was approved or rejected.' }),
  })
  .meta({ id: 'Claim', description: 'A claim as the partner and the claimant see it.' });

export const ClaimPage = z
  .strictObject({
    items: z.array(ClaimView),
    next: z.string().optional().meta({ description: 'Cursor of the next page; absent on the last one.' }),
  })
  .meta({ id: 'ClaimPage', description: 'A page of claims, newest first.' });

const Handling = z
  .strictObject({
    reserve: Money.meta({ description: 'What is set aside for it.' }),
    facts: Answers.meta({ description: 'Answers that identify nobody, as reported or as people corrected them.' }),
    reporter: z.string().meta({ description: 'The credential that reported it.' }),
    score: z.int().optional().meta({ description: 'Fraud score from 0 to 100, where a machine referred it.' }),
    referredFor: z.array(z.string()).optional().meta({ description: 'Why people are asked.' }),
    assessed: z
      .strictObject({
        amount: Money,
        by: z.string().meta({ description: 'Who assessed it.' }),
        rules: z.string().meta({ description: 'The product version whose rules were used.' }),
        trace: z.array(TraceLine),
      })
      .optional()
      .meta({ description: 'What it is worth, and how that was worked out.' }),
    decidedBy: z.string().optional().meta({ description: 'Who approved or rejected it.' }),
  })
  .meta({ id: 'ClaimHandling', description: 'What only people who handle claims see.' });

export const ClaimFile = z
  .strictObject({ ...ClaimView.shape, handling: Handling })
  .meta({ id: 'ClaimFile', description: 'A claim as the people see it who decide it.' });

export const ClaimDetail = z
  .strictObject({
    ...ClaimView.shape,
    handling: Handling.optional().meta({ description: 'For people of the insurer only.' }),
    form: Answers.optional().meta({
      description: 'The whole form as it was reported, for people who hold `claims:personal`.',
    }),
    note: z.string().optional().meta({ description: 'What the assessor noted, for the same people.' }),
  })
  .meta({ id: 'ClaimDetail', description: 'A claim, with as much of it as the caller may see.' });

export const ClaimQueue = z
  .strictObject({
    items: z.array(ClaimFile),
    next: z.string().optional().meta({ description: 'Cursor of the next page; absent on the last one.' }),
  })
  .meta({ id: 'ClaimQueue', description: 'Claims that wait for people, the oldest first.' });

export const AssessClaim = z
  .strictObject({
    facts: Answers.default({}).meta({
      description: 'Answers of the claim form that people corrected.',
      example: { repairQuote: 118_000 },
    }),
    tier: z
      .string()
      .max(40)
      .optional()
      .meta({ description: 'For flights: what people found that happened.', example: 'delay-120' }),
    amount: amount.optional().meta({
      description: 'An amount of their own in minor units of the policy’s currency; worked out if absent.',
      example: 108_000,
    }),
    note: z
      .string()
      .min(1)
      .max(2_000)
      .optional()
      .meta({ description: 'Kept under the key of the person it is about.' }),
  })
  .meta({ id: 'AssessClaim', description: 'What people found a claim to be worth.' });

export const ApproveClaim = z
  .strictObject({
    amount: amount.meta({
      description: 'The assessed amount, in minor units of the policy’s currency; refused if it has changed meanwhile.',
      example: 108_000,
    }),
  })
  .meta({ id: 'ApproveClaim', description: 'A second person approves the assessed amount.' });

export const RejectClaim = z
  .strictObject({
    reasons: z
      .array(z.string().max(40))
      .min(1)
      .max(10)
      .meta({
        description: `Exclusions of the product, or of ${rejectionReasons.join(', ')}.`,
        example: ['wear'],
      }),
  })
  .meta({ id: 'RejectClaim', description: 'Why nothing is paid.' });
