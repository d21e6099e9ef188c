import type { ClaimEvent } from '../claims/events.ts';
import type { PolicyEvent } from './evolve.ts';
import type { ClaimSummary, Policy } from './schema.ts';

const isClaimEvent = (event: PolicyEvent): event is ClaimEvent => event.type.startsWith('claim.');

const without = (summary: ClaimSummary): ClaimSummary => {
  const { lookAt: _over, ...rest } = summary;
  return rest;
};

const evolveSummary = (before: ClaimSummary, event: Exclude<ClaimEvent, { type: 'claim.reported' }>): ClaimSummary => {
  switch (event.type) {
    case 'claim.registered':
      return { ...before, status: 'registered', reserve: event.data.reserve };
    case 'claim.awaiting-facts':
      return { ...before, status: 'awaiting-facts', lookAt: event.data.lookAt };
    case 'claim.look-due':
      return { ...without(before), status: 'registered' };
    case 'claim.referred':
      return { ...without(before), status: 'in-review' };
    case 'claim.assessed':
      return { ...without(before), status: 'assessed', reserve: event.data.amount };
    case 'claim.approved':
      return { ...without(before), status: 'approved', approved: event.data.amount, reserve: 0 };
    case 'claim.rejected':
      return { ...without(before), status: 'rejected', reserve: 0 };
    case 'claim.paid':
      return { ...before, status: 'paid' };
    case 'claim.payout-returned':
      return { ...before, status: 'approved' };
  }
};

/** Keeps the policy's own view of its claims, on which limits and the refusal of cancellations rest. */
export const evolveClaims = (before: Policy, event: PolicyEvent): Policy => {
  if (!isClaimEvent(event)) return before;
  const { claimId } = event.data;
  if (event.type === 'claim.reported') {
    const opened: ClaimSummary = {
      claimId,
      coverage: event.data.coverage,
      status: 'reported',
      approved: 0,
      reserve: 0,
    };
    return { ...before, claims: [...before.claims, opened] };
  }
  const claims = before.claims.map((claim) => (claim.claimId === claimId ? evolveSummary(claim, event) : claim));
  return { ...before, claims };
};
