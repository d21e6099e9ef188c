import { describe, expect, it } from 'vitest';
import { type PolicyCommand, policyAllows } from '../../../domain/policies/lifecycle.ts';
import type { PolicyStatus } from '../../../domain/policies/schema.ts';

const statuses: readonly PolicyStatus[] = ['pending', 'on-risk', 'expired', 'cancelled'];

/** Every status by every command, as lifecycles 6.3 has it; a cell that is forgotten fails. */
const matrix: Readonly<Record<PolicyCommand, readonly [boolean, boolean, boolean, boolean]>> = {
  'record-milestone': [true, true, false, false],
  'receive-premium': [true, true, true, false],
  'begin-cover': [true, false, false, false],
  'end-cover': [true, true, false, false],
  cancel: [true, true, false, false],
  lapse: [true, false, false, false],
  claim: [false, true, true, false],
};

describe('policyLifecycle', () => {
  it.each(Object.entries(matrix))('decides %s in exactly its statuses', (command, allowed) => {
    expect(statuses.map((status) => policyAllows(status, command as PolicyCommand))).toEqual(allowed);
  });
});
