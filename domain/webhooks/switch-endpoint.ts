import { accept, type Decision, type Outcome, refuse } from '../shared/decision.ts';
import type { EndpointDeleted, EndpointDisabled, EndpointEnabled } from './events.ts';
import { endpointAllows } from './lifecycle.ts';
import type { Endpoint } from './schema.ts';

type Given = { readonly now: string };
type Switched<E extends EndpointDisabled | EndpointEnabled | EndpointDeleted> = Decision<
  Outcome<E>,
  'endpoint-state-refuses'
>;

/** Stops all sending at its owner's wish. `wall`: events are told apart by the time of their record. */
export const disableEndpoint = (
  { endpointId, status }: Endpoint,
  { now, wall }: Given & { readonly wall: string },
): Switched<EndpointDisabled> => {
  if (!endpointAllows(status, 'disable')) return refuse('endpoint-state-refuses', { status, command: 'disable' });
  const data = { endpointId, at: now, reason: 'asked', missedFrom: wall } as const;
  return accept({ events: [{ type: 'endpoint.disabled', data }], postings: [] });
};

/** Begins to send again. What was missed meanwhile is sent when a replay asks for it, and never by itself. */
export const enableEndpoint = ({ endpointId, status }: Endpoint, { now }: Given): Switched<EndpointEnabled> => {
  if (!endpointAllows(status, 'enable')) return refuse('endpoint-state-refuses', { status, command: 'enable' });
  return accept({ events: [{ type: 'endpoint.enabled', data: { endpointId, at: now } }], postings: [] });
};

/** Deletes an endpoint for ever: its secrets sign no more, and its place is free. */
export const deleteEndpoint = ({ endpointId, status, slot }: Endpoint, { now }: Given): Switched<EndpointDeleted> => {
  if (!endpointAllows(status, 'delete')) return refuse('endpoint-state-refuses', { status, command: 'delete' });
  const events = [{ type: 'endpoint.deleted', data: { endpointId, at: now } }] as const;
  return accept({ events, postings: [], releases: [slot] });
};
