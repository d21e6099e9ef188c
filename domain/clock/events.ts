import type { EventsOf } from '../shared/schema.ts';
import type { clockEvents } from './events/schema.ts';

/** Everything that can happen to a sandbox's clock. */
export type ClockEvent = EventsOf<typeof clockEvents>;
type Of<T extends ClockEvent['type']> = Extract<ClockEvent, { type: T }>;
export type ClockAdvanceRequested = Of<'clock.advance-requested'>;
export type ClockProgress = Of<'clock.advance-continued' | 'clock.advanced'>;
