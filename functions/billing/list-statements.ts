import { accept } from '../../domain/shared/decision.ts';
import { implement } from '../_kit/implement.ts';
import { billing } from './contract.ts';

export const endpoint = implement(billing.endpoints.listStatements, async ({ query, ports }) => {
  const { items, next } = await ports.list('statement', query);
  return accept({ items, next });
});
