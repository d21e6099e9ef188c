import deviceProtection from './catalogue/device-protection-claims.json' with { type: 'json' };
import flightDelay from './catalogue/flight-delay-claims.json' with { type: 'json' };
import returnFreight from './catalogue/return-freight-claims.json' with { type: 'json' };
import type { ClaimRules } from './schema.ts';

/** Proved by review and test, as the products are. */
const reviewed = (document: unknown): ClaimRules => document as ClaimRules;

/** The claim rules of the starting catalogue. They stand apart so that a quote does not load them. */
export const claimCatalogue: readonly ClaimRules[] = [returnFreight, deviceProtection, flightDelay].map(reviewed);

/**
 * The claim rules of exactly this version: a policy keeps the rules that it was bound on. Every version that was ever
 * sold has its rules, so a missing one is a bug.
 */
export const claimRulesOf = ({ productId, version }: Pick<ClaimRules, 'productId' | 'version'>): ClaimRules => {
  const found = claimCatalogue.find((rules) => rules.productId === productId && rules.version === version);
  if (!found) throw new Error(`no claim rules for ${productId} version ${version}`);
  return found;
};
