import { refuse } from '../../domain/shared/decision.ts';
import { changeEndpoint } from '../../domain/webhooks/change-endpoint.ts';
import { implement } from '../_kit/implement.ts';
import { webhooks } from './contract.ts';
import { endpointView } from './view.ts';

/** A field that is left out is not one that becomes empty. */
const given = <T extends object>(body: T) =>
  Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };

export const endpoint = implement(webhooks.endpoints.changeWebhookEndpoint, async ({ params, body, now, ports }) => {
  const { endpointId } = params;
  const { endpoint } = await ports.load({ endpoint: endpointId });
  if (endpoint === undefined) return refuse('endpoint-not-found', { endpointId });

  const decision = changeEndpoint(endpoint, given(body), { now, rules: await ports.webhookRules.rules() });
  if (!decision.ok) return decision;
  return ports.commit({ endpoint: decision.value }, ({ endpoint }) => endpointView(endpoint));
});
