import { accept, refuse } from '../../domain/shared/decision.ts';
import { implement } from '../_kit/implement.ts';
import { webhooks } from './contract.ts';
import { deliveryView } from './view.ts';

export const endpoint = implement(webhooks.endpoints.listDeliveries, async ({ params, query, ports }) => {
  const { endpointId } = params;
  const { endpoint } = await ports.load({ endpoint: endpointId });
  if (endpoint === undefined) return refuse('endpoint-not-found', { endpointId });
  const { items, next } = await ports.listDeliveries(endpointId, query);
  return accept({ items: items.map(deliveryView), next });
});
