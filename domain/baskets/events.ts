import type { EventsOf } from '../shared/schema.ts';
import type { basketEvents } from './events/schema.ts';

/** Everything that can happen to a basket: something in it is bound, something in it is declined, or both at once. */
export type BasketEvent = EventsOf<typeof basketEvents>;
export type BasketOptedOut = Extract<BasketEvent, { type: 'basket.opted-out' }>;
