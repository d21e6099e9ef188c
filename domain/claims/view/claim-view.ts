import type { Claim } from '../schema.ts';

const told: ReadonlySet<string> = new Set(['awaiting-facts', 'rejected']);

/** A claim as partners see it. Why people were asked is not told, for it would teach how to avoid it. */
export const claimView = (claim: Claim) => {
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
export const claimFile = (claim: Claim) => ({ ...claimView(claim), handling: handlingOf(claim) });
