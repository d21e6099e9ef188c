import type { Policy } from '../policies/schema.ts';
import type { ClaimRules, Coverage, ProductVersion } from '../products/schema.ts';
import type { InsuredFacts, LossFacts } from './facts.ts';
import type { Claim } from './schema.ts';

/** The product that a policy was bound on, and how claims on it are decided. */
export type ClaimTerms = { readonly product: ProductVersion; readonly rules: ClaimRules };

export const coverageOf = ({ product }: ClaimTerms, code: string): Coverage => {
  const found = product.coverages.find((coverage) => coverage.code === code);
  if (found === undefined) throw new Error(`${product.productId} has no coverage ${code}`);
  return found;
};

/** The policy as a claim on one coverage sees it: what was approved counts, whether it has been paid out yet or not. */
export const insuredFacts = ({ terms, period, claims }: Policy, coverage: string): InsuredFacts => {
  const approved = claims.filter((claim) => claim.coverage === coverage && claim.approved > 0);
  return {
    inputs: terms.object,
    from: period.from,
    to: period.to,
    claimsUsed: approved.length,
    amountUsed: approved.reduce((sum, claim) => sum + claim.approved, 0),
  };
};

export const lossOf = ({ coverage, lossAt, reportedAt, facts }: Claim): LossFacts => ({
  coverage,
  occurredAt: lossAt,
  reportedAt,
  answers: facts,
});
