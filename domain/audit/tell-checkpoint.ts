import type { Outcome } from '../shared/decision.ts';
import type { CheckpointEvent } from './events.ts';
import type { SignedCheckpoints } from './schema.ts';

type Told = CheckpointEvent['data'];

/** Tells of a checkpoint that was signed, once: one that is told, or lies behind one that is, is told no more. */
export const tellCheckpoint = (before: SignedCheckpoints | undefined, told: Told): Outcome<CheckpointEvent> => ({
  events: (before?.number ?? 0) >= told.checkpoint.number ? [] : [{ type: 'checkpoint.signed', data: told }],
  postings: [],
});
