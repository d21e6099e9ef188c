import type { InsuredFacts, LossFacts } from '../../../domain/claims/facts.ts';
import { productOf } from '../../../domain/products/catalogue.ts';
import { claimRulesOf } from '../../../domain/products/claim-catalogue.ts';

/** A catalogue product with its claim rules and one of its coverages. */
export const covered = (productId: string, code: string) => {
  const product = productOf(productId);
  const coverage = product?.coverages.find((candidate) => candidate.code === code);
  if (!product || !coverage) throw new Error(`no coverage ${code} of ${productId}`);
  return { product, coverage, rules: claimRulesOf(product) };
};

/** A phone of 5 000.00 bought on 15 January and covered from 1 February 2026 for a year. */
export const insuredPhone = (change: Partial<InsuredFacts> = {}, inputs = {}): InsuredFacts => ({
  inputs: { deviceValue: 500_000, purchasedOn: '2026-01-15', ageDays: 16, plan: 'theft', deductible: '10', ...inputs },
  from: '2026-01-31T16:00:00.000Z',
  to: '2027-01-31T16:00:00.000Z',
  claimsUsed: 0,
  amountUsed: 0,
  ...change,
});

export const lossOf = (coverage: string, occurredAt: string, answers: LossFacts['answers'] = {}): LossFacts => ({
  coverage,
  occurredAt,
  reportedAt: '2027-03-01T00:00:00.000Z',
  answers,
});
