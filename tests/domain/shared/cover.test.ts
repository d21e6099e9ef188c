import { describe, expect, it } from 'vitest';
import { coverBegun, isPaidFor } from '../../../domain/shared/cover.ts';
import { aPolicyState, policyId } from '../../support/policies.ts';

const from = '2026-11-23T16:00:00.000Z';
const instantBefore = '2026-11-23T15:59:59.999Z';
const to = '2027-11-23T16:00:00.000Z';

describe('coverBegun', () => {
  const paid = aPolicyState({ premium: 'paid' });

  it('begins at the very first instant of the period, and not before', () => {
    expect(coverBegun(paid, from)).toEqual([{ type: 'policy.on-risk', data: { policyId, at: from } }]);
    expect(coverBegun(paid, instantBefore)).toEqual([]);
  });

  it('does not begin unpaid, and never at or after the end', () => {
    expect(coverBegun(aPolicyState(), from)).toEqual([]);
    expect(coverBegun(paid, to)).toEqual([]);
  });

  it('begins when late money comes, and not before it came', () => {
    const paidAt = '2026-11-25T08:00:00.000Z';
    expect(coverBegun({ ...paid, paidAt }, paidAt)).toEqual([
      { type: 'policy.on-risk', data: { policyId, at: paidAt } },
    ]);
  });

  it('begins at its own instant, however late the wake-up', () => {
    expect(coverBegun(paid, '2026-11-23T16:05:00.000Z')).toEqual([
      { type: 'policy.on-risk', data: { policyId, at: from } },
    ]);
  });

  it('does not begin twice', () => {
    expect(coverBegun(aPolicyState({ premium: 'paid', status: 'on-risk' }), from)).toEqual([]);
  });
});

describe('isPaidFor', () => {
  it('counts credit terms as paid, and an open, void or refunded premium not', () => {
    const answers = (['paid', 'credit', 'open', 'void', 'refunding', 'refunded'] as const).map((premium) =>
      isPaidFor({ premium }),
    );
    expect(answers).toEqual([true, true, false, false, false, false]);
  });
});
