import * as z from 'zod';
import { CheckpointName, ObjectId } from '../../domain/audit/schema.ts';
import { inDigits } from '../../domain/shared/schema.ts';

export const ObjectPath = z.strictObject({ objectId: ObjectId });
export const CheckpointPath = z.strictObject({ number: CheckpointName });
export const CheckpointQuery = z.strictObject({
  since: inDigits(z.int().min(1).max(9_999_999_999)).optional().meta({
    description:
      'The number of an older checkpoint that you kept; asks for the proof that nothing was rewritten since.',
    example: 1,
  }),
});
