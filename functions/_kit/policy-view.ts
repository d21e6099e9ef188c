import type { Policy } from '../../domain/policies/schema.ts';
import { policyView } from '../../domain/policies/view/policy-view.ts';
import { productOf } from '../../domain/products/catalogue.ts';
import type { ProductVersion } from '../../domain/products/schema.ts';

type Naming = { idFrom(prefix: string, ...parts: readonly string[]): string };

/** The product version that the policy was bound on; a policy never moves to another. */
export const productUnder = ({ terms }: Policy): ProductVersion => {
  const product = productOf(terms.productId, terms.productVersion);
  if (product === undefined)
    throw new Error(`The policy stands on ${terms.productId}@${terms.productVersion}, which is gone.`);
  return product;
};

/** With the number, proves to a stranger that a certificate is genuine; 60 bits by the tenant's secret. */
export const verificationCodeOf = (ports: Naming, policyId: string): string =>
  ports.idFrom('vc', 'verification', policyId).slice(3, 15).toUpperCase();

/** A policy as partners see it, wherever it is shown. */
export const policyViewOf = (ports: Naming, policy: Policy) =>
  policyView(policy, {
    productName: productUnder(policy).name,
    verificationCode: verificationCodeOf(ports, policy.policyId),
  });
