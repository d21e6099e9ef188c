import { accept } from '../../domain/shared/decision.ts';
import { implement } from '../_kit/implement.ts';
import { claims } from './contract.ts';
import { fileOf } from './view.ts';

export const endpoint = implement(claims.endpoints.listClaimsToDecide, async ({ query, ports }) => {
  const { items, next } = await ports.queue('claims', query);
  return accept({ items: items.map(fileOf), next });
});
