import * as z from 'zod';
import { Checkpoint, CheckpointId, Statement } from '../schema.ts';

/** The data of every event of a tenant's checkpoints. */
export const checkpointEvents = {
  'checkpoint.signed': z
    .strictObject({ checkpointId: CheckpointId, checkpoint: Checkpoint, statement: Statement })
    .meta({
      description:
        'A checkpoint of your history was signed. Keep it: who has it can prove later that nothing it covers was ' +
        'changed or taken out. It covers what the feed held before this event.',
    }),
};
