import { describe, expect, it } from 'vitest';
import { type ClaimCommand, claimAllows, claimLifecycle, isOpenClaim } from '../../../domain/claims/lifecycle.ts';
import { ClaimStatus } from '../../../domain/claims/schema.ts';

/** Lifecycles 6.5 as a picture: one row per command, one column per status, in the order of the schema. */
const matrix: Readonly<Record<ClaimCommand, string>> = {
  //            reported registered awaiting-facts in-review assessed approved rejected paid
  adjudicate: '   -         yes         -             -         -        -        -      -',
  'look-again': ' -         -           yes           -         -        -        -      -',
  assess: '       -         -           -             yes       yes      -        -      -',
  approve: '      -         -           -             -         yes      -        -      -',
  reject: '       -         -           -             yes       yes      -        -      -',
  pay: '          -         -           -             -         -        yes      -      -',
  return: '       -         -           -             -         -        -        -      yes',
};
const commands = Object.keys(matrix) as ClaimCommand[];

describe('claimLifecycle', () => {
  it('knows these commands and no others', () => {
    expect(Object.keys(claimLifecycle).toSorted()).toEqual(commands.toSorted());
  });

  it.each(commands)('allows %s in its own statuses and refuses it in every other', (command) => {
    const drawn = matrix[command].trim().split(/\s+/);
    expect(drawn).toHaveLength(ClaimStatus.options.length);
    expect(ClaimStatus.options.map((status) => (claimAllows(status, command) ? 'yes' : '-'))).toEqual(drawn);
  });

  it('closes a claim when it is rejected or paid, and not before', () => {
    expect(ClaimStatus.options.filter((status) => !isOpenClaim(status))).toEqual(['rejected', 'paid']);
  });
});
