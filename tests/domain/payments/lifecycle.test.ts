import { describe, expect, it } from 'vitest';
import { type DisbursementCommand, disbursementAllows } from '../../../domain/payments/lifecycle.ts';

const statuses = ['requested', 'submitted', 'unknown', 'succeeded', 'failed', 'returned'] as const;

/** Every status by every command (lifecycles 6.7); a cell that is forgotten fails. */
const matrix: Readonly<Record<DisbursementCommand, readonly boolean[]>> = {
  submit: [true, false, false, false, false, false],
  'ask-again': [false, true, true, false, false, false],
  settle: [false, true, true, false, true, false],
  fail: [false, true, true, false, false, false],
  return: [false, false, false, true, false, false],
  'lose-answer': [false, true, true, false, false, false],
};

describe('disbursementLifecycle', () => {
  it.each(Object.entries(matrix))('decides %s in exactly its statuses', (command, allowed) => {
    expect(statuses.map((status) => disbursementAllows(status, command as DisbursementCommand))).toEqual(allowed);
  });
});
