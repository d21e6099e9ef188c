import { refuse } from '../../domain/shared/decision.ts';
import { addWebhookSecret } from '../../domain/webhooks/turn-secrets.ts';
import { implement } from '../_kit/implement.ts';
import { webhooks } from './contract.ts';
import { endpointView } from './view.ts';

export const endpoint = implement(webhooks.endpoints.addWebhookSecret, async ({ params, now, ports }) => {
  const { endpointId } = params;
  const { endpoint } = await ports.load({ endpoint: endpointId });
  if (endpoint === undefined) return refuse('endpoint-not-found', { endpointId });

  const secretId = ports.newId('whs');
  const decision = addWebhookSecret(endpoint, secretId, { now });
  if (!decision.ok) return decision;
  const secret = ports.webhookSecret(secretId);
  return ports.commit({ endpoint: decision.value }, ({ endpoint }) => ({ ...endpointView(endpoint), secret }));
});
