import { refuse } from '../../domain/shared/decision.ts';
import { openDelivery } from '../../domain/webhooks/delivery.ts';
import { endpointAllows } from '../../domain/webhooks/lifecycle.ts';
import { implement } from '../_kit/implement.ts';
import { webhooks } from './contract.ts';
import { nothing, sentNow, withinRequest } from './sent-now.ts';
import { deliveryView } from './view.ts';

export const endpoint = implement(webhooks.endpoints.pingWebhookEndpoint, async (call) => {
  const { tenant, params, now, wall, ports } = call;
  const { endpointId } = params;
  const { endpoint } = await ports.load({ endpoint: endpointId });
  if (endpoint === undefined) return refuse('endpoint-not-found', { endpointId });
  const { status } = endpoint;
  if (!endpointAllows(status, 'ping')) return refuse('endpoint-state-refuses', { status, command: 'ping' });

  const event = { id: ports.newId('png'), type: 'webhook.ping', time: wall, origin: 'ping' } as const;
  const wished = openDelivery({ deliveryId: ports.newId('dlv'), endpointId }, event, withinRequest(now));
  const delivery = await sentNow(ports, endpoint, wished, { tenant, now });
  return ports.commit({ endpoint: nothing }, () => deliveryView(delivery));
});
