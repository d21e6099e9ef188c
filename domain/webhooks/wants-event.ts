import { endpointAllows } from './lifecycle.ts';
import type { Endpoint } from './schema.ts';

/**
 * How deliveries go is not told by deliveries: two endpoints that fail in turns would tell each other of it for ever.
 */
const untold: ReadonlySet<string> = new Set([
  'operation.recorded',
  'clock.advance-continued',
  'endpoint.failing',
  'endpoint.recovered',
  'endpoint.replay-requested',
  'endpoint.replay-advanced',
  'endpoint.replay-ended',
]);

/** Whether an event of this type is ever sent to anybody. */
export const isTold = (type: string): boolean => !untold.has(type);

/** Whether an endpoint is told of an event: by its filter, and never of itself. */
export const wantsEvent = (
  { endpointId, status, types }: Endpoint,
  { type, subject }: { readonly type: string; readonly subject: string },
): boolean =>
  endpointAllows(status, 'send') &&
  isTold(type) &&
  subject !== endpointId &&
  (types.length === 0 || types.includes(type));
