import * as z from 'zod';
import { eventSchemas } from '../../events/all/schema.ts';
import { EndpointId } from '../schema.ts';
import { isTold } from '../wants-event.ts';

/** Those that endpoints are told of. */
export const toldTypes = (Object.keys(eventSchemas) as (keyof typeof eventSchemas)[]).filter(isTold);

export const ToldType = z.enum(toldTypes).meta({
  id: 'ToldEventType',
  description: 'A type of event that is sent to endpoints; the catalogue has them all.',
  example: 'policy.bound',
  'x-may-grow': true,
});

/** The type of the event that only tries an endpoint: it tells of nothing that happened. */
export const pingType = 'webhook.ping';

export const WebhookPing = z
  .strictObject({ endpointId: EndpointId })
  .meta({ description: 'An endpoint was tried; nothing happened.' });
