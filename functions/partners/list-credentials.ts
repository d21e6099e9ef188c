import { accept } from '../../domain/shared/decision.ts';
import { implement } from '../_kit/implement.ts';
import { partners } from './contract.ts';
import { viewOf } from './view.ts';

export const endpoint = implement(partners.endpoints.listCredentials, async ({ tenant, query, ports }) => {
  const { items, next } = await ports.list('credential', query);
  return accept({ items: items.map((one) => viewOf(tenant, one)), next });
});
