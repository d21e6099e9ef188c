import type { StatementEvent } from './events.ts';
import type { Statement } from './schema.ts';

/** Folds a statement's events: it is closed once and settled once. */
export const evolveStatement = (before: Statement | undefined, event: StatementEvent): Statement => {
  if (event.type === 'statement.closed') return { ...event.data, status: 'closed' };
  if (before === undefined) throw new Error(`${event.type} on a statement that was never closed.`);
  const { amount, reference, settledAt } = event.data;
  return { ...before, status: 'settled', settlement: { amount, reference, settledAt } };
};
