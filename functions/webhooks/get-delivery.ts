import { accept, refuse } from '../../domain/shared/decision.ts';
import { implement } from '../_kit/implement.ts';
import { webhooks } from './contract.ts';
import { deliveryView } from './view.ts';

export const endpoint = implement(webhooks.endpoints.getDelivery, async ({ params, ports }) => {
  const { endpointId, deliveryId } = params;
  const { endpoint } = await ports.load({ endpoint: endpointId });
  if (endpoint === undefined) return refuse('endpoint-not-found', { endpointId });
  const delivery = await ports.findDelivery(deliveryId);
  return delivery?.endpointId === endpointId
    ? accept(deliveryView(delivery))
    : refuse('delivery-not-found', { deliveryId });
});
