import type { EventMissed } from './events.ts';
import { endpointAllows } from './lifecycle.ts';
import type { Endpoint } from './schema.ts';

/**
 * How deliveries go is not told by deliveries: two endpoints that fail in turns would tell each other of it for ever.
 */
const untold: ReadonlySet<string> = new Set([
  'operation.recorded',
  'clock.advance-continued',
  'endpoint.failing',
  'endpoint.missed',
  'endpoint.recovered',
  'endpoint.replay-requested',
  'endpoint.replay-advanced',
  'endpoint.replay-ended',
]);

/** Whether an event of this type is ever sent to anybody. */
export const isTold = (type: string): boolean => !untold.has(type);

type Event = { readonly type: string; readonly subject: string };

const isFor = ({ endpointId, types }: Endpoint, { type, subject }: Event): boolean =>
  isTold(type) && subject !== endpointId && (types.length === 0 || types.includes(type));

/** Whether an endpoint is told of an event: by its filter, and never of itself. */
export const wantsEvent = (endpoint: Endpoint, event: Event): boolean =>
  endpointAllows(endpoint.status, 'send') && isFor(endpoint, event);

/**
 * What an endpoint misses by an event that comes when it is switched off. It knows of everything since it was; of what
 * was recorded before and came late, it learns now, so that a replay finds that too.
 */
export const missedBy = (
  endpoint: Endpoint,
  event: Event & { readonly time: string },
  now: string,
): readonly EventMissed[] => {
  const { endpointId, status, missedFrom } = endpoint;
  if (status !== 'disabled' || !isFor(endpoint, event)) return [];
  if (missedFrom !== undefined && missedFrom <= event.time) return [];
  return [{ type: 'endpoint.missed', data: { endpointId, at: now, missedFrom: event.time } }];
};
