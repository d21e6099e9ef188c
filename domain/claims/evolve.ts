import type { ClaimAssessed, ClaimEvent } from './events.ts';
import type { Claim } from './schema.ts';

/** The reserve follows what is known best, and people's findings stand from now on. */
const assessed = (before: Claim, data: ClaimAssessed['data']): Claim => {
  const { amount, by, rules, trace, established, sealedNote } = data;
  const assessment = { amount, by, rules, trace: [...trace], ...(sealedNote !== undefined && { sealedNote }) };
  const facts = { ...before.facts, ...established };
  return { ...before, status: 'assessed', reserve: amount, facts, assessed: assessment };
};

/** Folds one event into a claim. Anything before `claim.reported` is a bug. */
export const evolveClaim = (before: Claim | undefined, event: ClaimEvent): Claim => {
  if (event.type === 'claim.reported') {
    const { facts, hashes, holds, ...rest } = event.data;
    return { ...rest, facts: { ...facts }, hashes: { ...hashes }, holds: [...holds], status: 'reported', reserve: 0 };
  }
  if (before === undefined) throw new Error(`${event.type} on a claim that was never reported.`);
  switch (event.type) {
    case 'claim.registered':
      return { ...before, status: 'registered', reserve: event.data.reserve };
    case 'claim.awaiting-facts':
      return { ...before, status: 'awaiting-facts', reasons: [...event.data.reasons] };
    case 'claim.look-due':
      return { ...before, status: 'registered' };
    case 'claim.referred':
      return { ...before, status: 'in-review', score: event.data.score, reasons: [...event.data.reasons] };
    case 'claim.assessed':
      return assessed(before, event.data);
    case 'claim.approved': {
      const { amount, by, at } = event.data;
      return { ...before, status: 'approved', reserve: 0, approved: amount, decidedBy: by, decidedAt: at };
    }
    case 'claim.rejected': {
      const { reasons, clauses, by, at } = event.data;
      const decided = { reasons: [...reasons], clauses: [...clauses], decidedBy: by, decidedAt: at };
      return { ...before, status: 'rejected', reserve: 0, ...decided };
    }
    case 'claim.paid':
      return { ...before, status: 'paid', paid: event.data.amount };
    case 'claim.payout-returned': {
      const { paid: _back, ...owed } = before;
      return { ...owed, status: 'approved' };
    }
  }
};
