import { createEndpoint } from '../../domain/webhooks/create-endpoint.ts';
import { implement } from '../_kit/implement.ts';
import { webhooks } from './contract.ts';
import { slotsOf } from './slots.ts';
import { endpointView } from './view.ts';

export const endpoint = implement(webhooks.endpoints.createWebhookEndpoint, async ({ body, now, ports }) => {
  const endpointId = ports.newId('whe');
  const secretId = ports.newId('whs');
  const slots = slotsOf(ports);
  const { endpoint, holders } = await ports.load({ endpoint: endpointId }, slots);
  const made = { endpointId, secretId, slots, holders };
  const { name, url, eventBusArn, types, payload } = body;
  const wished = {
    ...(name !== undefined && { name }),
    ...(url !== undefined && { url }),
    ...(eventBusArn !== undefined && { eventBusArn }),
    ...{ types, payload },
  };
  const decision = createEndpoint(endpoint, wished, made, { now, rules: await ports.webhookRules.rules() });
  if (!decision.ok) return decision;
  const secret = url === undefined ? {} : { secret: ports.webhookSecret(secretId) };
  return ports.commit({ endpoint: decision.value }, ({ endpoint }) => ({ ...endpointView(endpoint), ...secret }));
});
