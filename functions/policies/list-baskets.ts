import { basketView } from '../../domain/baskets/view/basket-view.ts';
import { accept } from '../../domain/shared/decision.ts';
import { implement } from '../_kit/implement.ts';
import { policies } from './contract.ts';

export const endpoint = implement(policies.endpoints.listBaskets, async ({ query, ports }) => {
  const { items, next } = await ports.list('basket', query);
  return accept({ items: items.map(basketView), next });
});
