import type { EventsOf } from '../shared/schema.ts';
import type { statementEvents } from './events/schema.ts';

/** Everything that can happen to a statement. */
export type StatementEvent = EventsOf<typeof statementEvents>;
