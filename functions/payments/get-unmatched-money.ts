import { accept, refuse } from '../../domain/shared/decision.ts';
import { implement } from '../_kit/implement.ts';
import { payments } from './contract.ts';

export const endpoint = implement(payments.endpoints.getUnmatchedMoney, async ({ params, ports }) => {
  const { unmatchedId } = params;
  const { unmatched } = await ports.load({ unmatched: unmatchedId });
  return unmatched === undefined ? refuse('unmatched-not-found', { unmatchedId }) : accept(unmatched);
});
