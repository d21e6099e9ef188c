import type { Claim } from '../../domain/claims/schema.ts';
import type { DomainEvent } from '../../domain/shared/decision.ts';
import { foldClaim, isClaimEvent } from '../_kit/aggregates.ts';

/** The claim after a decision, for its answer. */
export const claimAfter = (before: Claim | undefined, events: readonly DomainEvent[]): Claim => {
  const after = foldClaim(before, events.filter(isClaimEvent));
  if (after === undefined) throw new Error('A claim begins with its report.');
  return after;
};

const told: ReadonlySet<string> = new Set(['awaiting-facts', 'rejected']);

/** A claim as partners see it. Why people were asked is not told, for it would teach how to avoid it. */
export const viewOf = (claim: Claim) => {
  const { claimId, policyId, coverage, status, lossAt, reportedAt, approved, paid, clauses, decidedAt } = claim;
  const money = (amount: number) => ({ amount, currency: claim.currency });
  return {
    ...{ claimId, policyId, coverage, status, lossAt, reportedAt },
    ...(approved !== undefined && { approved: money(approved) }),
    ...(paid !== undefined && { paid: money(paid) }),
    ...(told.has(status) && { reasons: claim.reasons }),
    ...(clauses !== undefined && { clauses }),
    ...(decidedAt !== undefined && { decidedAt }),
  };
};

const handlingOf = (claim: Claim) => {
  const { facts, reporter, score, reasons, assessed, decidedBy, status } = claim;
  const money = (amount: number) => ({ amount, currency: claim.currency });
  return {
    reserve: money(claim.reserve),
    facts,
    reporter,
    ...(score !== undefined && { score }),
    ...(!told.has(status) && reasons !== undefined && { referredFor: reasons }),
    ...(assessed !== undefined && {
      assessed: {
        amount: money(assessed.amount),
        by: assessed.by,
        rules: assessed.rules,
        trace: assessed.trace,
      },
    }),
    ...(decidedBy !== undefined && { decidedBy }),
  };
};

/** A claim as the people see it who handle it; the form stays sealed. */
export const fileOf = (claim: Claim) => ({ ...viewOf(claim), handling: handlingOf(claim) });
