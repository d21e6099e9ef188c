import { describe, expect, it } from 'vitest';
import { type ClaimRecord, claimAsOf } from '../../../domain/claims/as-of.ts';
import { policyId } from '../../support/policies.ts';

const claimId = `clm_${policyId.slice(4)}001`;
const other = `clm_${policyId.slice(4)}002`;
const reportedAt = '2026-12-23T08:00:00.000Z';
const assessedAt = '2026-12-24T08:00:00.000Z';
const approvedAt = '2026-12-25T08:00:00.000Z';
const paidAt = '2026-12-26T08:00:00.000Z';
const about = { policyId, claimId };

const report = (id: string) => ({
  type: 'claim.reported',
  data: {
    ...{ policyId, claimId: id, coverage: 'screen', currency: 'CNY', reporter: 'client-1', sealedForm: 'jwe' },
    ...{ lossAt: '2026-12-20T08:00:00.000Z', reportedAt, facts: {}, hashes: {}, holds: [] },
  },
});
const at = (time: string, ...events: ClaimRecord['events']): ClaimRecord => ({
  recordedAt: time,
  businessAt: time,
  events,
});
const registered = { type: 'claim.registered', data: { ...about, reserve: 108_000, currency: 'CNY', at: reportedAt } };
const assessed = {
  type: 'claim.assessed',
  data: { ...about, amount: 90_000, trace: [], by: 'handler-1', rules: 'device-protection@1', at: assessedAt },
};
const approved = {
  type: 'claim.approved',
  data: { ...about, amount: 90_000, currency: 'CNY', by: 'approver-1', at: approvedAt },
};
const paid = { type: 'claim.paid', data: { ...about, amount: 90_000, at: paidAt } };

const records: readonly ClaimRecord[] = [
  at('2026-11-23T08:00:00.000Z', { type: 'policy.bound', data: { policyId } }),
  at(reportedAt, report(claimId), registered),
  at(assessedAt, assessed),
  at(approvedAt, approved),
  at(paidAt, paid, report(other)),
];

describe('claimAsOf', () => {
  it('knows no claim before it was reported, though the loss had happened, and knows it at the very instant', () => {
    for (const name of ['asOf', 'knownAt'] as const) {
      expect(claimAsOf(records, claimId, { [name]: '2026-12-23T07:59:59.999Z' }), name).toBeUndefined();
      expect(claimAsOf(records, claimId, { [name]: reportedAt }), name).toMatchObject({
        status: 'registered',
        reserve: 108_000,
      });
    }
  });

  it('moves at the instant of each decision, and not before', () => {
    const statusAt = (asOf: string) => claimAsOf(records, claimId, { asOf })?.status;
    expect([statusAt('2026-12-24T07:59:59.999Z'), statusAt(assessedAt)]).toEqual(['registered', 'assessed']);
    expect([statusAt('2026-12-25T07:59:59.999Z'), statusAt(approvedAt)]).toEqual(['assessed', 'approved']);
    expect([statusAt('2026-12-26T07:59:59.999Z'), statusAt(paidAt)]).toEqual(['approved', 'paid']);
  });

  it('tells what was known at one time about another', () => {
    const late: readonly ClaimRecord[] = [
      ...records.slice(0, 3),
      { recordedAt: paidAt, businessAt: paidAt, events: [approved] },
    ];
    const status = (asOf: string, knownAt: string) => claimAsOf(late, claimId, { asOf, knownAt })?.status;
    expect(status(approvedAt, approvedAt)).toBe('assessed');
    expect(status(approvedAt, paidAt)).toBe('approved');
  });

  it('is the fold of the first so many records, at the time of each of them', () => {
    for (const [index, { recordedAt }] of records.entries())
      expect(claimAsOf(records, claimId, { knownAt: recordedAt })).toEqual(
        claimAsOf(records.slice(0, index + 1), claimId, {}),
      );
  });

  it('tells one claim of a policy from the next', () => {
    expect(claimAsOf(records, other, {})?.status).toBe('reported');
    expect(claimAsOf(records, `clm_${policyId.slice(4)}003`, {})).toBeUndefined();
  });

  it('lets nothing take effect before the report, though a clock that is slow has recorded it so', () => {
    const slow = '2026-12-23T07:58:00.000Z';
    const data = { ...about, reasons: ['score'], score: 80, at: slow };
    const told = [
      ...records.slice(0, 2),
      { recordedAt: reportedAt, businessAt: slow, events: [{ type: 'claim.referred', data }] },
    ];
    expect(claimAsOf(told, claimId, { asOf: slow })).toBeUndefined();
    expect(claimAsOf(told, claimId, { asOf: reportedAt })?.status).toBe('in-review');
  });
});
