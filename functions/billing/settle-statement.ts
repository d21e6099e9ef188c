import { settleStatement } from '../../domain/billing/settle-statement.ts';
import { refuse } from '../../domain/shared/decision.ts';
import { implement } from '../_kit/implement.ts';
import { billing } from './contract.ts';

export const endpoint = implement(billing.endpoints.settleStatement, async ({ params, body, now, ports }) => {
  const { statementId } = params;
  const { statement } = await ports.load({ statement: statementId });
  if (statement === undefined) return refuse('statement-not-found', { statementId });

  const decision = settleStatement(statement, body, { now });
  if (!decision.ok) return decision;
  return ports.commit({ statement: decision.value }, (after) => after.statement);
});
