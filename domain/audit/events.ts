import type { EventsOf } from '../shared/schema.ts';
import type { checkpointEvents } from './events/schema.ts';

/** Everything that can happen to the checkpoints of a tenant. */
export type CheckpointEvent = EventsOf<typeof checkpointEvents>;
