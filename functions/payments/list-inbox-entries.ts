import { accept } from '../../domain/shared/decision.ts';
import { implement } from '../_kit/implement.ts';
import { payments } from './contract.ts';

export const endpoint = implement(payments.endpoints.listInboxEntries, async ({ query, ports }) => {
  const { items, next } = await ports.inboxEntries(query);
  return accept({ items, ...(next !== undefined && { next }) });
});
