import type { UnmatchedEvent } from './events.ts';
import type { UnmatchedMoney } from './schema.ts';

/** Folds unmatched money's events: it is received, and later some policy may take it. */
export const evolveUnmatched = (before: UnmatchedMoney | undefined, event: UnmatchedEvent): UnmatchedMoney => {
  if (event.type === 'unmatched.received') return { ...event.data, status: 'open' };
  if (before === undefined) throw new Error(`${event.type} for money that was never received.`);
  return { ...before, status: 'applied', policyId: event.data.policyId };
};
