import type { Claim } from '../../domain/claims/schema.ts';
import type { DomainEvent } from '../../domain/shared/decision.ts';
import { foldClaim, isClaimEvent } from '../_kit/aggregates.ts';

/** The claim after a decision, for its answer. */
export const claimAfter = (before: Claim | undefined, events: readonly DomainEvent[]): Claim => {
  const after = foldClaim(before, events.filter(isClaimEvent));
  if (after === undefined) throw new Error('A claim begins with its report.');
  return after;
};
