import type { EventsOf } from '../shared/schema.ts';
import type { customerEvents } from './events/schema.ts';

/** Everything that can happen to a customer. */
export type CustomerEvent = EventsOf<typeof customerEvents>;
