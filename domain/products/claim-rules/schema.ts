import * as z from 'zod';
import { Condition, Decimal, Field } from '../../shared/form/schema.ts';
import { Code } from '../code/schema.ts';

/** What may be decided without people, once cover is confirmed, the amount known and the fraud score low. */
export const DecisionRule = z
  .discriminatedUnion('rule', [
    z.strictObject({
      rule: z.literal('parcel-status').describe('The carrier reports a status, for a waybill never claimed before.'),
      status: Code.describe('The status that triggers the benefit.'),
    }),
    z.strictObject({
      rule: z.literal('flight-sources').describe('Two independent sources agree, or an official one stands alone.'),
      officialAloneAfterHours: z.int().positive().describe('Since it was observed.'),
    }),
    z.strictObject({
      rule: z.literal('repair-quote').describe('The quote is near the price list, and the pictures match.'),
      overPriceList: Decimal.describe('Largest quote, as a multiple of the price list.'),
    }),
    z.strictObject({ rule: z.literal('people').describe('Always decided by people.') }),
  ])
  .meta({ id: 'DecisionRule', description: 'What may be decided without people.' });

export const CoverageClaims = z
  .strictObject({
    code: Code.describe('The coverage.'),
    form: z.array(Field).describe('What is asked at first notice of loss.'),
    documents: z.array(Code).describe('All documents that a claim needs, asked for once (LAW Art 22).'),
    decision: DecisionRule,
    autoLimit: z.int().positive().optional().describe('Above this amount people decide, minor units.'),
  })
  .meta({ id: 'CoverageClaims', description: 'How claims on one coverage are made and decided.' });
export type CoverageClaims = z.infer<typeof CoverageClaims>;

export const FraudSignal = z
  .strictObject({
    code: Code,
    weight: z.int().min(1).max(100).describe('Points that it adds; a score ends at 100.'),
    when: z.array(Condition).min(1).describe('Conditions on facts about the claim.'),
  })
  .meta({ id: 'FraudSignal', description: 'One thing that makes a claim suspicious.' });

/** The half of a product document that claims need and quotes do not, so that quoting never loads it. */
export const ClaimRules = z
  .strictObject({
    productId: Code,
    version: z.int().positive().describe('The product version that they belong to.'),
    coverages: z.array(CoverageClaims).min(1).describe('One for each coverage of the product.'),
    exclusions: z
      .array(z.strictObject({ code: Code, when: z.array(Condition).min(1) }))
      .describe('How answers show an exclusion; the others are for people to judge.'),
    fraud: z
      .strictObject({
        referAt: z.int().min(1).max(100).describe('From this score on people decide.'),
        signals: z.array(FraudSignal).min(1).describe('What adds to the score.'),
      })
      .describe('What makes a claim suspicious.'),
  })
  .meta({ id: 'ClaimRules', description: 'How claims on a product are made and decided.' });
export type ClaimRules = z.infer<typeof ClaimRules>;
