import { describe, expect, it } from 'vitest';
import { type EffectiveRecord, policyAsOf } from '../../../domain/policies/as-of.ts';
import { policyId, someTerms } from '../../support/policies.ts';

const boundAt = '2026-11-23T08:00:00.000Z';
const shippedAt = '2026-11-24T01:00:00.000Z';
const heardAt = '2026-11-26T08:00:00.000Z';
const cancelledAt = '2026-12-01T08:00:00.000Z';
const terms = someTerms({ collection: 'partner' });
const period = { from: shippedAt, to: '2027-02-22T01:00:00.000Z' };

const records: readonly EffectiveRecord[] = [
  { businessAt: boundAt, postings: [], events: [{ type: 'policy.bound', data: { policyId, terms, period: {} } }] },
  {
    businessAt: heardAt,
    postings: [{ account: 'cash', amount: 1, currency: 'CNY' }],
    events: [
      {
        type: 'policy.milestone-recorded',
        data: { policyId, milestone: 'shipment_confirmed', occurredAt: shippedAt, period },
      },
      { type: 'policy.on-risk', data: { policyId, at: heardAt } },
    ],
  },
  {
    businessAt: cancelledAt,
    postings: [],
    events: [
      {
        type: 'policy.cancelled',
        data: {
          policyId,
          at: cancelledAt,
          reason: 'withdrawal',
          rule: 'always',
          refund: { gross: 0, tax: 0, commission: 0 },
        },
      },
    ],
  },
];
const statusAt = (asOf: string) => policyAsOf(records, asOf)?.status;

describe('policyAsOf', () => {
  it('knows no policy before the contract, and knows it at its very instant', () => {
    expect(policyAsOf(records, '2026-11-23T07:59:59.999Z')).toBeUndefined();
    expect(statusAt(boundAt)).toBe('pending');
  });

  it('knows no cancellation before the contract, though a clock that is slow has recorded one', () => {
    const slow = '2026-11-23T07:57:00.000Z';
    const [bound] = records;
    const refund = { gross: 0, tax: 0, commission: 0 };
    const data = { policyId, at: slow, reason: 'withdrawal', rule: 'always', refund };
    const told: readonly EffectiveRecord[] = [
      ...(bound === undefined ? [] : [bound]),
      { businessAt: slow, postings: [], events: [{ type: 'policy.cancelled', data }] },
    ];
    expect(policyAsOf(told, '2026-11-23T07:58:00.000Z')).toBeUndefined();
    expect(policyAsOf(told, boundAt)?.status).toBe('cancelled');
  });

  it('covers from the shipment on, though it was heard of two days later', () => {
    expect(statusAt('2026-11-24T00:59:59.999Z')).toBe('pending');
    expect(statusAt(shippedAt)).toBe('on-risk');
  });

  it('is cancelled from the cancellation on, and not before', () => {
    expect(statusAt('2026-12-01T07:59:59.999Z')).toBe('on-risk');
    expect(statusAt(cancelledAt)).toBe('cancelled');
  });

  it('shows the books as they were recorded by then', () => {
    expect(policyAsOf(records, shippedAt)?.balances).toEqual({});
    expect(policyAsOf(records, heardAt)?.balances).toEqual({ cash: 1 });
  });
});
