import { accept, refuse } from '../../domain/shared/decision.ts';
import { implement } from '../_kit/implement.ts';
import { webhooks } from './contract.ts';
import { endpointView } from './view.ts';

export const endpoint = implement(webhooks.endpoints.getWebhookEndpoint, async ({ params, ports }) => {
  const { endpointId } = params;
  const { endpoint } = await ports.load({ endpoint: endpointId });
  return endpoint === undefined ? refuse('endpoint-not-found', { endpointId }) : accept(endpointView(endpoint));
});
