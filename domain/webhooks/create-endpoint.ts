import { accept, type Decision, type Outcome, refuse } from '../shared/decision.ts';
import { checkTarget, type Target, type TargetRules } from './check-target.ts';
import type { EndpointCreated } from './events.ts';
import { endpointAllows } from './lifecycle.ts';
import type { Endpoint } from './schema.ts';

/** One read finds all of them, and one event is sent to all of them at once. */
export const endpointsMax = 8;

export type WishedEndpoint = Target & Pick<Endpoint, 'types' | 'payload'> & { readonly name?: string };
type Made = {
  readonly endpointId: string;
  /** The first signing secret; an EventBridge bus needs none. */
  readonly secretId: string;
  /** The tenant's places, and who holds each. */
  readonly slots: readonly string[];
  readonly holders: readonly (string | undefined)[];
};
type CreateRefusal = 'endpoint-state-refuses' | 'target-refused' | 'too-many-endpoints';

/**
 * Makes an endpoint in the first of the tenant's eight places that is free. The place is a unique key, so that who
 * delivers finds every endpoint by one consistent read, and two that are made at once never take the same.
 */
export const createEndpoint = (
  before: Endpoint | undefined,
  wished: WishedEndpoint,
  { endpointId, secretId, slots, holders }: Made,
  given: { readonly now: string; readonly rules: TargetRules },
): Decision<Outcome<EndpointCreated>, CreateRefusal> => {
  if (!endpointAllows(before?.status ?? 'none', 'create'))
    return refuse('endpoint-state-refuses', { status: before?.status ?? 'none', command: 'create' });
  const target = checkTarget(wished, given.rules);
  if (!target.ok) return target;
  const slot = slots.find((_slot, at) => holders[at] === undefined);
  if (slot === undefined) return refuse('too-many-endpoints', { most: endpointsMax });
  const secret = wished.url === undefined ? {} : { secretId };
  const data = { endpointId, ...wished, slot, ...secret, createdAt: given.now };
  return accept({ events: [{ type: 'endpoint.created', data }], postings: [], holds: [slot] });
};
