import type { ClaimTerms } from '../../domain/claims/claim-terms.ts';
import type { Policy } from '../../domain/policies/schema.ts';
import { productOf } from '../../domain/products/catalogue.ts';
import { claimRulesOf } from '../../domain/products/claim-catalogue.ts';

/** The product version and the claim rules that the policy was bound on; a policy never moves to others. */
export const termsOf = ({ terms: { productId, productVersion } }: Policy): ClaimTerms => {
  const product = productOf(productId, productVersion);
  if (product === undefined) throw new Error(`A policy stands on ${productId}@${productVersion}, which is gone.`);
  return { product, rules: claimRulesOf(product) };
};
