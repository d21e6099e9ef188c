import { describe, expect, it } from 'vitest';
import { changeOf } from '../../../functions/_kit/change.ts';
import type { Command } from '../../../functions/_kit/session.ts';
import type { StoredRoot } from '../../../functions/_kit/store.ts';
import { aPolicyState, policyId } from '../../support/policies.ts';

const now = '2026-11-23T09:00:00.000Z';
const command: Command = {
  tenant: 'shop-a',
  operation: 'receivePaymentWebhook',
  actor: { kind: 'provider', id: 'provider', roles: [], scopes: [] },
  requestId: 'req_12345678',
  callId: 'call-1',
  key: undefined,
  now,
  wall: now,
};
const before: StoredRoot = {
  id: policyId,
  seq: 1,
  head: 'ab',
  recordedAt: now,
  createdAt: now,
  state: aPolicyState(),
  due: undefined,
};
const paid = {
  events: [
    { type: 'premium.received', data: { policyId, paymentId: 'pi_1', amount: 13962, currency: 'CNY', at: now } },
  ] as const,
  postings: [],
};
const change = (of: Partial<StoredRoot> = {}, wall = now) =>
  changeOf({ ...command, wall }, { kind: 'policy', before: { ...before, ...of }, claim: undefined }, paid);
const claim = (claimId: string) => ({ claimId, policyId, status: 'registered', reserve: 100, reasons: [] });
const summary = { coverage: 'screen', status: 'registered', approved: 0, reserve: 100 };
const referred = ({ claimId }: { readonly claimId: string }) => ({
  type: 'claim.referred',
  data: { policyId, claimId, reasons: ['fraud-score'], score: 60, at: now },
});
const reported = (claimId: string) => ({
  type: 'claim.reported',
  data: {
    policyId,
    claimId,
    coverage: 'screen',
    currency: 'CNY',
    lossAt: now,
    reportedAt: now,
    reporter: 'client-1',
    facts: {},
    hashes: {},
    holds: [],
    sealedForm: 'jwe',
  },
});
const from = '2026-11-23T16:00:00.000Z';

describe('changeOf', () => {
  it('folds the events and chains the record to the one before', () => {
    expect(change()).toMatchObject({
      state: { premium: 'paid', payments: { pi_1: 13962 } },
      record: { seq: 2, prev: 'ab', operation: 'receivePaymentWebhook', actor: { kind: 'provider', id: 'provider' } },
    });
  });

  it('says in the record from where it came and what made it act, and neither where there is none', () => {
    const record = (more: Partial<Command>) =>
      changeOf({ ...command, ...more }, { kind: 'policy', before, claim: undefined }, paid).record;
    expect(record({ from: '192.0.2.7', causedBy: 'evt_1' })).toMatchObject({ from: '192.0.2.7', causedBy: 'evt_1' });
    expect(Object.keys(record({}))).toEqual(expect.not.arrayContaining(['from', 'causedBy']));
  });

  it('moves on each claim that its events tell of, the loaded one from the version that was read', () => {
    const claims = [claim('clm_1'), claim('clm_2')];
    const state = aPolicyState({ claims: claims.map(({ claimId }) => ({ ...summary, claimId })) });
    const events = [...claims.map(referred), referred(claim('clm_1')), reported('clm_3')];
    const target = { kind: 'policy', before: { ...before, state }, claim: { seq: 5, state: claim('clm_1') } } as const;
    // The second is not loaded and was never reported here: to go on from nothing is a bug.
    expect(() => changeOf(command, target, { events, postings: [] } as never)).toThrow('never reported');
    const known = { events: [referred(claim('clm_1')), reported('clm_3')], postings: [] } as never;
    expect(changeOf(command, target, known).claims).toMatchObject([
      { id: 'clm_1', before: 5, state: { claimId: 'clm_1', status: 'in-review' }, queue: 'claims' },
      { id: 'clm_3', before: 0, state: { claimId: 'clm_3', status: 'reported' }, queue: undefined },
    ]);
    expect(change().claims).toEqual([]);
  });

  it('sets a wake-up where none stands', () => {
    expect(change()).toMatchObject({ due: from, arm: from });
  });

  it('sets none where an earlier one stands, or the very same', () => {
    expect(change({ due: from })).toMatchObject({ due: from, arm: undefined });
    expect(change({ due: '2026-11-23T12:00:00.000Z' })).toMatchObject({
      due: '2026-11-23T12:00:00.000Z',
      arm: undefined,
    });
  });

  it('sets one again after the last has been answered, or where it stands too late', () => {
    expect(change({ due: now })).toMatchObject({ arm: from });
    expect(change({ due: '2026-11-24T08:00:00.000Z' })).toMatchObject({ arm: from });
  });

  it('never lets an aggregate’s times run backward, whatever the clocks say', () => {
    expect(change({}, '2026-11-23T08:59:00.000Z').record.recordedAt).toBe(now);
  });

  it('writes nothing that does not balance', () => {
    const unbalanced = { ...paid, postings: [{ account: 'cash', amount: 1, currency: 'CNY' }] as const };
    expect(() => changeOf(command, { kind: 'policy', before, claim: undefined }, unbalanced)).toThrow(
      'miss zero by 1 CNY',
    );
  });

  it('writes nothing that could not be published', () => {
    const ten = { events: Array.from({ length: 10 }, () => paid.events[0]), postings: [] };
    expect(() => changeOf(command, { kind: 'policy', before, claim: undefined }, ten)).toThrow('the most is 9');
  });
});
