import { accept, refuse } from '../../domain/shared/decision.ts';
import { implement } from '../_kit/implement.ts';
import { billing } from './contract.ts';

export const endpoint = implement(billing.endpoints.getStatement, async ({ params, ports }) => {
  const { statementId } = params;
  const { statement } = await ports.load({ statement: statementId });
  return statement === undefined ? refuse('statement-not-found', { statementId }) : accept(statement);
});
