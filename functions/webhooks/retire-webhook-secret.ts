import { refuse } from '../../domain/shared/decision.ts';
import { retireWebhookSecret } from '../../domain/webhooks/turn-secrets.ts';
import { implement } from '../_kit/implement.ts';
import { webhooks } from './contract.ts';
import { endpointView } from './view.ts';

export const endpoint = implement(webhooks.endpoints.retireWebhookSecret, async ({ params, now, ports }) => {
  const { endpointId, webhookSecretId } = params;
  const { endpoint } = await ports.load({ endpoint: endpointId });
  if (endpoint === undefined) return refuse('endpoint-not-found', { endpointId });

  const decision = retireWebhookSecret(endpoint, webhookSecretId, { now });
  if (!decision.ok) return decision;
  return ports.commit({ endpoint: decision.value }, ({ endpoint }) => endpointView(endpoint));
});
