import { claimFile } from '../../domain/claims/view/claim-view.ts';
import { accept } from '../../domain/shared/decision.ts';
import { implement } from '../_kit/implement.ts';
import { claims } from './contract.ts';

export const endpoint = implement(claims.endpoints.listClaimsToDecide, async ({ query, ports }) => {
  const { items, next } = await ports.queue('claims', query);
  return accept({ items: items.map(claimFile), next });
});
