import type { ClaimRules } from '../products/schema.ts';
import { holds } from '../shared/form/holds.ts';
import type { Inputs } from '../shared/form/schema.ts';

/** From 0 to 100, with the codes of the signals that added to it. */
export type FraudScore = { readonly score: number; readonly reasons: readonly string[] };

/**
 * Adds up the weights of the product's signals that hold of what is known about the claim. A fact that is not known
 * adds nothing: suspicion needs evidence, and its absence is no reason to make a claimant wait.
 */
export const scoreFraud = ({ fraud }: ClaimRules, facts: Inputs): FraudScore => {
  const raised = fraud.signals.filter(({ when }) => holds(when, facts));
  const sum = raised.reduce((total, { weight }) => total + weight, 0);
  return { score: Math.min(100, sum), reasons: raised.map(({ code }) => code) };
};
