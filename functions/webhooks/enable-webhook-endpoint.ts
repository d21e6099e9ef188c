import { refuse } from '../../domain/shared/decision.ts';
import { enableEndpoint } from '../../domain/webhooks/switch-endpoint.ts';
import { implement } from '../_kit/implement.ts';
import { webhooks } from './contract.ts';
import { endpointView } from './view.ts';

export const endpoint = implement(webhooks.endpoints.enableWebhookEndpoint, async ({ params, now, ports }) => {
  const { endpointId } = params;
  const { endpoint } = await ports.load({ endpoint: endpointId });
  if (endpoint === undefined) return refuse('endpoint-not-found', { endpointId });

  const decision = enableEndpoint(endpoint, { now });
  if (!decision.ok) return decision;
  return ports.commit({ endpoint: decision.value }, ({ endpoint }) => endpointView(endpoint));
});
