import { accept, type Decision, type Outcome, refuse } from '../shared/decision.ts';
import { checkTarget, type TargetRules } from './check-target.ts';
import type { WishedEndpoint } from './create-endpoint.ts';
import type { EndpointChanged } from './events.ts';
import { endpointAllows } from './lifecycle.ts';
import type { Endpoint } from './schema.ts';

type ChangeRefusal = 'endpoint-state-refuses' | 'target-refused';

const targetOf = ({ name, url, eventBusArn, types, payload }: WishedEndpoint): WishedEndpoint => ({
  ...(name !== undefined && { name }),
  ...(url !== undefined && { url }),
  ...(eventBusArn !== undefined && { eventBusArn }),
  types,
  payload,
});

const isSame = (a: WishedEndpoint, b: WishedEndpoint): boolean =>
  JSON.stringify(targetOf(a)) === JSON.stringify(targetOf(b));

/**
 * Gives an endpoint another address, filter, payload or name; what is left out stays. A URL stays a URL and a bus a
 * bus, for one is signed and the other is not. What stands so already changes nothing.
 */
export const changeEndpoint = (
  endpoint: Endpoint,
  wished: Partial<WishedEndpoint>,
  given: { readonly now: string; readonly rules: TargetRules },
): Decision<Outcome<EndpointChanged>, ChangeRefusal> => {
  const { endpointId, status } = endpoint;
  if (!endpointAllows(status, 'change')) return refuse('endpoint-state-refuses', { status, command: 'change' });
  const target = targetOf({ ...endpoint, ...wished });
  const allowed = checkTarget(target, given.rules);
  if (!allowed.ok) return allowed;
  if (isSame(endpoint, target)) return accept({ events: [], postings: [] });
  const data = { endpointId, at: given.now, ...target };
  return accept({ events: [{ type: 'endpoint.changed', data }], postings: [] });
};
