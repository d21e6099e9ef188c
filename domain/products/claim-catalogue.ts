import deviceProtection from './catalogue/device-protection-claims.json' with { type: 'json' };
import flightDelay from './catalogue/flight-delay-claims.json' with { type: 'json' };
import returnFreight from './catalogue/return-freight-claims.json' with { type: 'json' };
import type { ClaimRules } from './schema.ts';

/** Proved by review and test, as the products are. */
const reviewed = (document: unknown): ClaimRules => document as ClaimRules;

/** The claim rules of the starting catalogue. They stand apart so that a quote does not load them. */
export const claimCatalogue: readonly ClaimRules[] = [returnFreight, deviceProtection, flightDelay].map(reviewed);

/** The claim rules of exactly this version: a policy keeps the rules that it was bound on. */
export const claimRulesOf = (productId: string, version: number): ClaimRules | undefined =>
  claimCatalogue.find((rules) => rules.productId === productId && rules.version === version);
