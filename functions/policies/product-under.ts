import type { Policy } from '../../domain/policies/schema.ts';
import { productOf } from '../../domain/products/catalogue.ts';
import type { ProductVersion } from '../../domain/products/schema.ts';

/** The product version that the policy was bound on; a policy never moves to another. */
export const productUnder = ({ terms }: Policy): ProductVersion => {
  const product = productOf(terms.productId, terms.productVersion);
  if (product === undefined)
    throw new Error(`The policy stands on ${terms.productId}@${terms.productVersion}, which is gone.`);
  return product;
};
