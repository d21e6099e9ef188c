import { accept, type Decision, refuse } from '../shared/decision.ts';
import type { OptOut } from './schema.ts';

/** What became of the offer before: the policy that it is, and the basket in which it was declined. */
export type OfferFacts = { readonly boundAs: string | undefined; readonly declinedIn: string | undefined };

/**
 * An offer is declined once, and not after it was bound: the share of buyers who declined is worth something as
 * evidence only where nobody counts twice. Whoever declined may still bind it later, for people change their minds.
 */
export const declineOffer = (
  optOut: OptOut,
  { boundAs, declinedIn }: OfferFacts,
): Decision<OptOut, 'quote-already-bound' | 'offer-already-declined'> => {
  if (boundAs !== undefined) return refuse('quote-already-bound', { policyId: boundAs });
  if (declinedIn !== undefined) return refuse('offer-already-declined', { basketId: declinedIn });
  return accept(optOut);
};
