import { accept } from '../../domain/shared/decision.ts';
import { implement } from '../_kit/implement.ts';
import { webhooks } from './contract.ts';
import { endpointView } from './view.ts';

export const endpoint = implement(webhooks.endpoints.listWebhookEndpoints, async ({ query, ports }) => {
  const { items, next } = await ports.list('endpoint', query);
  return accept({ items: items.map(endpointView), next });
});
