import { accept, type Decision, type Outcome, refuse } from '../shared/decision.ts';
import type { StatementEvent } from './events.ts';

type StatementClosed = Extract<StatementEvent, { type: 'statement.closed' }>;

/** A record of the feed, as far as a statement is concerned. */
export type FeedLine = { readonly position: number; readonly dueFromPartner: number; readonly currency: string };

/** The lines of one currency: a window ends before the first movement in another, which the next statement takes. */
const windowOf = (lines: readonly FeedLine[]) => {
  const moving = lines.filter(({ dueFromPartner }) => dueFromPartner !== 0);
  const currency = moving[0]?.currency;
  const other = moving.find((line) => line.currency !== currency);
  const inside = other === undefined ? lines : lines.filter(({ position }) => position < other.position);
  return {
    currency,
    until: inside.at(-1)?.position,
    moving: inside.filter(({ dueFromPartner }) => dueFromPartner !== 0),
  };
};

/**
 * Closes the window of the feed after the last statement: what the partner owes for premium that it collected, with
 * cancellations as negative lines (design §5). A window that has been closed never changes.
 */
export const closeStatement = (
  statementId: string,
  after: number,
  lines: readonly FeedLine[],
  given: { readonly now: string },
): Decision<Outcome<StatementClosed>, 'nothing-to-settle'> => {
  const { currency, until, moving } = windowOf(lines);
  if (currency === undefined || until === undefined) return refuse('nothing-to-settle', { after });
  const total = moving.reduce((sum, { dueFromPartner }) => sum + dueFromPartner, 0);
  const data = { statementId, after, until, lines: moving.length, total, currency, closedAt: given.now };
  return accept({ events: [{ type: 'statement.closed', data }], postings: [] });
};
