import { accept } from '../../domain/shared/decision.ts';
import { implement } from '../_kit/implement.ts';
import { claims } from './contract.ts';
import { viewOf } from './view.ts';

export const endpoint = implement(claims.endpoints.listClaims, async ({ query, ports }) => {
  const { items, next } = await ports.list('claim', query);
  return accept({ items: items.map(viewOf), next });
});
