import { refuse } from '../../domain/shared/decision.ts';
import { disableEndpoint } from '../../domain/webhooks/switch-endpoint.ts';
import { implement } from '../_kit/implement.ts';
import { webhooks } from './contract.ts';
import { endpointView } from './view.ts';

export const endpoint = implement(webhooks.endpoints.disableWebhookEndpoint, async ({ params, now, wall, ports }) => {
  const { endpointId } = params;
  const { endpoint } = await ports.load({ endpoint: endpointId });
  if (endpoint === undefined) return refuse('endpoint-not-found', { endpointId });

  const decision = disableEndpoint(endpoint, { now, wall });
  if (!decision.ok) return decision;
  return ports.commit({ endpoint: decision.value }, ({ endpoint }) => endpointView(endpoint));
});
