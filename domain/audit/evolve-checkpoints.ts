import type { CheckpointEvent } from './events.ts';
import type { SignedCheckpoints } from './schema.ts';

/** Folds what was signed: the last checkpoint stands for all before it, for it names them. */
export const evolveCheckpoints = (
  _before: SignedCheckpoints | undefined,
  { data }: CheckpointEvent,
): SignedCheckpoints => {
  const { number, at, feedEnd, root } = data.checkpoint;
  return { checkpointId: data.checkpointId, number, at, feedEnd, root };
};
