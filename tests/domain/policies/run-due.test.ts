import { describe, expect, it } from 'vitest';
import { evolvePolicy } from '../../../domain/policies/evolve.ts';
import { claimsDue, lookAgain, runDue } from '../../../domain/policies/run-due.ts';
import type { Policy } from '../../../domain/policies/schema.ts';
import { aPolicyState, policyId, someTerms } from '../../support/policies.ts';

const typesAt = (policy: Policy, now: string): readonly string[] =>
  runDue(policy, { now, disbursementId: 'dsb_1' }).events.map(({ type }) => type);

const from = '2026-11-23T16:00:00.000Z';
const to = '2027-11-23T16:00:00.000Z';
const paid = aPolicyState({ premium: 'paid', payments: { pi_1: 13962 } });

describe('runDue', () => {
  it('begins cover at its first instant and ends it at the first instant after', () => {
    expect(typesAt(paid, '2026-11-23T15:59:59.999Z')).toEqual([]);
    expect(typesAt(paid, from)).toEqual(['policy.on-risk']);
    const onRisk = { ...paid, status: 'on-risk' } as const;
    expect(typesAt(onRisk, '2027-11-23T15:59:59.999Z')).toEqual([]);
    expect(typesAt(onRisk, to)).toEqual(['policy.expired']);
  });

  it('earns what was unearned and frees the object when cover ends', () => {
    const onRisk = { ...paid, status: 'on-risk', balances: { unearned_premium: -13172 } } as const;
    const due = runDue(onRisk, { now: to, disbursementId: 'dsb_1' });
    expect(due.postings).toContainEqual({ account: 'unearned_premium', amount: 13172, currency: 'CNY' });
    expect(due.releases).toEqual(['one-imei']);
  });

  it('lapses an unpaid contract when its time to pay is over, and not an instant before', () => {
    const unpaid = aPolicyState();
    expect(typesAt(unpaid, '2026-11-24T07:59:59.999Z')).toEqual([]);
    expect(typesAt(unpaid, '2026-11-24T08:00:00.000Z')).toEqual(['policy.cancelled']);
    expect(runDue(unpaid, { now: unpaid.terms.payBy, disbursementId: 'x' }).events[0]?.data).toMatchObject({
      reason: 'premium-not-paid',
    });
  });

  it('reminds of an unpaid premium from its instant on, and no more once the contract has lapsed', () => {
    const unpaid = aPolicyState({ terms: someTerms({ remindAt: { premium: '2026-11-24T02:00:00.000Z' } }) });
    expect(typesAt(unpaid, '2026-11-24T01:59:59.999Z')).toEqual([]);
    expect(runDue(unpaid, { now: '2026-11-24T02:00:00.000Z', disbursementId: 'x' }).events).toEqual([
      {
        type: 'premium.reminder-due',
        data: { policyId, at: '2026-11-24T02:00:00.000Z', payBy: '2026-11-24T08:00:00.000Z' },
      },
    ]);
    // The platform was away until the premium had run out: nobody is reminded of what is over.
    expect(typesAt(unpaid, '2026-11-24T08:00:00.000Z')).toEqual(['policy.cancelled']);
    expect(typesAt({ ...unpaid, premium: 'paid' }, '2026-11-24T02:00:00.000Z')).toEqual(['policy.on-risk']);
  });

  it('reminds of the end of cover once, and not when it has ended or was cancelled', () => {
    const terms = someTerms({ remindAt: { renewal: '2027-10-24T16:00:00.000Z' } });
    const onRisk = { ...paid, terms, status: 'on-risk' } as const;
    expect(typesAt(onRisk, '2027-10-24T15:59:59.999Z')).toEqual([]);
    const due = runDue(onRisk, { now: '2027-10-24T16:00:00.000Z', disbursementId: 'x' });
    expect(due.events).toEqual([
      { type: 'renewal.reminder-due', data: { policyId, at: '2027-10-24T16:00:00.000Z', endsAt: to } },
    ]);
    const reminded = due.events.reduce<Policy>(evolvePolicy, onRisk);
    expect(typesAt(reminded, '2027-10-24T16:00:00.000Z')).toEqual([]);
    expect(typesAt(onRisk, to)).toEqual(['policy.expired']);
    expect(typesAt({ ...onRisk, status: 'cancelled' }, '2027-10-24T16:00:00.000Z')).toEqual([]);
  });

  it('undoes a contract whose cover never began, and gives paid money back', () => {
    const waiting = {
      ...paid,
      period: { to: '2027-02-21T08:00:00.000Z' },
      terms: someTerms({ productId: 'return-freight' }),
    };
    expect(typesAt(waiting, '2027-02-21T07:59:59.999Z')).toEqual([]);
    expect(typesAt(waiting, '2027-02-21T08:00:00.000Z')).toEqual(['policy.cancelled', 'disbursement.requested']);
  });

  it('asks after open money when it is time, less and less often', () => {
    const one = {
      disbursementId: 'dsb_1',
      kind: 'refund',
      status: 'submitted',
      amount: 1,
      attempts: 1,
      checkAt: from,
    } as const;
    const due = runDue({ ...paid, status: 'cancelled', disbursements: [one] }, { now: from, disbursementId: 'x' });
    // Ten minutes, doubled by the one attempt before.
    expect(due.events).toEqual([
      {
        type: 'disbursement.check-due',
        data: {
          policyId,
          disbursementId: 'dsb_1',
          status: 'submitted',
          attempts: 2,
          checkAt: '2026-11-23T16:20:00.000Z',
        },
      },
    ]);
  });

  it('does nothing twice', () => {
    expect(typesAt({ ...paid, status: 'on-risk' }, from)).toEqual([]);
    expect(typesAt({ ...paid, status: 'expired' }, to)).toEqual([]);
    expect(typesAt({ ...paid, status: 'cancelled' }, to)).toEqual([]);
  });
});

describe('lookAgain', () => {
  const waiting = {
    claimId: 'clm_1',
    coverage: 'screen',
    status: 'awaiting-facts',
    approved: 0,
    reserve: 0,
    lookAt: from,
  };
  const policy = { ...paid, claims: [waiting] };

  it('looks for a claim’s facts when it is time', () => {
    expect(claimsDue(policy, from)).toEqual(['clm_1']);
    expect(lookAgain(policy, 'clm_1', from).events).toMatchObject([
      { type: 'claim.look-due', data: { claimId: 'clm_1' } },
    ]);
  });

  it('leaves a claim that is not due', () => {
    expect(claimsDue(policy, '2026-11-23T15:59:59.999Z')).toEqual([]);
    expect(lookAgain(policy, 'clm_2', from).events).toEqual([]);
  });
});
