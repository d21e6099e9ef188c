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
  {
    recordedAt: boundAt,
    businessAt: boundAt,
    postings: [],
    events: [{ type: 'policy.bound', data: { policyId, terms, period: {} } }],
  },
  {
    recordedAt: heardAt,
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
    recordedAt: cancelledAt,
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
const statusAt = (asOf: string) => policyAsOf(records, { asOf })?.status;

describe('policyAsOf', () => {
  it('knows no policy before the contract, and knows it at its very instant', () => {
    expect(policyAsOf(records, { asOf: '2026-11-23T07:59:59.999Z' })).toBeUndefined();
    expect(statusAt(boundAt)).toBe('pending');
  });

  it('knows no cancellation before the contract, though a clock that is slow has recorded one', () => {
    const slow = '2026-11-23T07:57:00.000Z';
    const [bound] = records;
    const refund = { gross: 0, tax: 0, commission: 0 };
    const data = { policyId, at: slow, reason: 'withdrawal', rule: 'always', refund };
    const told: readonly EffectiveRecord[] = [
      ...(bound === undefined ? [] : [bound]),
      { recordedAt: boundAt, businessAt: slow, postings: [], events: [{ type: 'policy.cancelled', data }] },
    ];
    expect(policyAsOf(told, { asOf: '2026-11-23T07:58:00.000Z' })).toBeUndefined();
    expect(policyAsOf(told, { asOf: boundAt })?.status).toBe('cancelled');
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
    expect(policyAsOf(records, { asOf: shippedAt })?.balances).toEqual({});
    expect(policyAsOf(records, { asOf: heardAt })?.balances).toEqual({ cash: 1 });
  });

  it('knew nothing of the shipment before it was heard of, however early it had taken effect', () => {
    const at = (knownAt: string, asOf?: string) =>
      policyAsOf(records, { knownAt, ...(asOf !== undefined && { asOf }) });
    expect(at('2026-11-26T07:59:59.999Z', shippedAt)?.status).toBe('pending');
    expect(at('2026-11-26T07:59:59.999Z')?.milestones).toEqual({});
    expect(at(heardAt, shippedAt)?.status).toBe('on-risk');
    expect(at(heardAt)?.milestones).toEqual({ shipment_confirmed: shippedAt });
    // What was known of the day before the shipment has not changed by hearing of it.
    expect(at(heardAt, '2026-11-24T00:59:59.999Z')?.status).toBe('pending');
  });

  it('knew no policy before its first record, and all of it at the very instant', () => {
    expect(policyAsOf(records, { knownAt: '2026-11-23T07:59:59.999Z' })).toBeUndefined();
    expect(policyAsOf(records, { knownAt: '2026-11-23T07:59:59.999Z', asOf: cancelledAt })).toBeUndefined();
    expect(policyAsOf(records, { knownAt: boundAt })?.status).toBe('pending');
    expect(policyAsOf([], {})).toBeUndefined();
  });

  it('shows the books as they had been recorded by then', () => {
    expect(policyAsOf(records, { knownAt: '2026-11-26T07:59:59.999Z' })?.balances).toEqual({});
    expect(policyAsOf(records, { knownAt: heardAt })?.balances).toEqual({ cash: 1 });
  });

  it('keeps the begin of cover that a late premium had, also after its end', () => {
    const paidAt = '2026-12-10T08:00:00.000Z';
    const paid: EffectiveRecord = {
      recordedAt: paidAt,
      businessAt: paidAt,
      postings: [],
      events: [
        { type: 'premium.received', data: { policyId, paymentId: 'pi_1', amount: 13962, currency: 'CNY', at: paidAt } },
        { type: 'policy.on-risk', data: { policyId, at: paidAt } },
      ],
    };
    const onProvider = someTerms();
    const bound = { type: 'policy.bound', data: { policyId, terms: onProvider, period } } as const;
    const told = [{ recordedAt: boundAt, businessAt: boundAt, postings: [], events: [bound] }, paid];
    expect(policyAsOf(told, { asOf: '2026-12-10T07:59:59.999Z' })?.status).toBe('pending');
    const after = policyAsOf(told, { asOf: period.to });
    expect([after?.status, after?.period]).toEqual(['expired', { from: paidAt, to: period.to }]);
  });

  it('is the fold of the first so many records, at the time of each of them', () => {
    for (const [at, { recordedAt }] of records.entries())
      expect(policyAsOf(records, { knownAt: recordedAt })).toEqual(policyAsOf(records.slice(0, at + 1), {}));
  });
});
