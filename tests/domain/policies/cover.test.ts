import { describe, expect, it } from 'vitest';
import { coverBegun, coverEnded, isPaidFor } from '../../../domain/policies/cover.ts';
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

describe('coverEnded', () => {
  it('says when and why', () => {
    expect(coverEnded(policyId, to, 'term-end')).toEqual({
      type: 'policy.expired',
      data: { policyId, at: to, reason: 'term-end' },
    });
  });
});
