import { accept } from '../../domain/shared/decision.ts';
import { implement } from '../_kit/implement.ts';
import { payments } from './contract.ts';

export const endpoint = implement(payments.endpoints.listUnmatchedMoney, async ({ query, ports }) => {
  const { items, next } =
    query.status === 'applied' ? await ports.oldest('unmatched', query) : await ports.queue('unmatched', query);
  return accept({ items, next });
});
