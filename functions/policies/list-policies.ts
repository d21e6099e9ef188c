import { accept } from '../../domain/shared/decision.ts';
import { implement } from '../_kit/implement.ts';
import { policies } from './contract.ts';
import { viewOf } from './view.ts';

export const endpoint = implement(policies.endpoints.listPolicies, async ({ query, ports }) => {
  const { items, next } = await ports.list('policy', query);
  return accept({ items: items.map((policy) => viewOf(ports, policy)), next });
});
