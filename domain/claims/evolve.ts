import type { ClaimEvent } from './events.ts';
import type { Claim } from './schema.ts';

/** Folds one event into a claim. Anything before `claim.reported` is a bug. */
export const evolveClaim = (before: Claim | undefined, event: ClaimEvent): Claim => {
  if (event.type === 'claim.reported') {
    const { facts, hashes, ...rest } = event.data;
    return { ...rest, facts: { ...facts }, hashes: { ...hashes }, status: 'reported', reserve: 0 };
  }
  if (before === undefined) throw new Error(`${event.type} on a claim that was never reported.`);
  switch (event.type) {
    case 'claim.registered':
      return { ...before, status: 'registered', reserve: event.data.reserve };
    case 'claim.awaiting-facts':
      return { ...before, status: 'awaiting-facts' };
    case 'claim.look-due':
      return { ...before, status: 'registered' };
    case 'claim.referred':
      return { ...before, status: 'in-review', score: event.data.score, reasons: [...event.data.reasons] };
    case 'claim.assessed': {
      const { amount, by, rules, trace } = event.data;
      return { ...before, status: 'assessed', reserve: amount, assessed: { amount, by, rules, trace: [...trace] } };
    }
    case 'claim.approved':
      return { ...before, status: 'approved', reserve: 0, approved: event.data.amount, decidedBy: event.data.by };
    case 'claim.rejected':
      return { ...before, status: 'rejected', reserve: 0, reasons: [...event.data.reasons], decidedBy: event.data.by };
    case 'claim.paid':
      return { ...before, status: 'paid', paid: event.data.amount };
  }
};
