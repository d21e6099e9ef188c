import { accept, type Decision, type Outcome, type Posting, refuse } from '../shared/decision.ts';
import type { StatementEvent } from './events.ts';
import type { Statement } from './schema.ts';

type StatementSettled = Extract<StatementEvent, { type: 'statement.settled' }>;
export type Settlement = { readonly amount: number; readonly currency: string; readonly reference: string };

/** Money comes in and the partner's debt goes down; where cancellations outweighed sales it is the other way round. */
const settled = (amount: number, currency: string): readonly Posting[] => [
  { account: 'cash', amount, currency },
  { account: 'due_from_partner', amount: -amount, currency },
];

/** Books the partner's payment of one statement: exactly its total, once. */
export const settleStatement = (
  statement: Statement,
  settlement: Settlement,
  given: { readonly now: string },
): Decision<Outcome<StatementSettled>, 'statement-already-settled' | 'settlement-differs'> => {
  const { statementId, total, currency } = statement;
  if (statement.settlement !== undefined) {
    return refuse('statement-already-settled', { reference: statement.settlement.reference });
  }
  if (settlement.amount !== total || settlement.currency !== currency) {
    return refuse('settlement-differs', { total, currency });
  }
  return accept({
    events: [{ type: 'statement.settled', data: { statementId, ...settlement, settledAt: given.now } }],
    postings: settled(total, currency),
  });
};
