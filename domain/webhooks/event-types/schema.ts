import * as z from 'zod';
import { eventSchemas } from '../../events/all/schema.ts';
import { isTold } from '../wants-event.ts';

/** Those that endpoints are told of. */
export const toldTypes = (Object.keys(eventSchemas) as (keyof typeof eventSchemas)[]).filter(isTold);

export const ToldType = z.enum(toldTypes).meta({
  id: 'ToldEventType',
  description: 'A type of event that is sent to endpoints; the catalogue has them all.',
  example: 'policy.bound',
  'x-may-grow': true,
});
