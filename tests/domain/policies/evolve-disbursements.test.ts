import { describe, expect, it } from 'vitest';
import { evolvePolicy, type PolicyEvent } from '../../../domain/policies/evolve.ts';
import type { Policy } from '../../../domain/policies/schema.ts';
import { aPolicyState, policyId } from '../../support/policies.ts';

const checkAt = '2026-11-24T08:10:00.000Z';
const about = { policyId, disbursementId: 'dsb_1' };
const requested: PolicyEvent = {
  type: 'disbursement.requested',
  data: { ...about, kind: 'refund', amount: 13962, currency: 'CNY', paymentId: 'pi_1', checkAt },
};
const submitted: PolicyEvent = { type: 'disbursement.submitted', data: { ...about, checkAt } };
const refunding = aPolicyState({ status: 'cancelled', premium: 'refunding' });
const folded = (...events: readonly PolicyEvent[]) =>
  events.reduce<Policy>((state, event) => evolvePolicy(state, event), refunding);

describe('evolveDisbursements', () => {
  it('keeps what was asked for until somebody submits it', () => {
    expect(folded(requested).disbursements).toMatchObject([
      { status: 'requested', attempts: 0, amount: 13962, paymentId: 'pi_1' },
    ]);
    expect(folded(requested, submitted).disbursements).toMatchObject([{ status: 'submitted', attempts: 1, checkAt }]);
  });

  it('holds an answer that never came as unknown, with the time of the next question', () => {
    const unknown: PolicyEvent = { type: 'disbursement.unknown', data: { ...about, checkAt } };
    expect(folded(requested, submitted, unknown).disbursements).toMatchObject([{ status: 'unknown', checkAt }]);
  });

  it('closes the premium when the refund has arrived, and asks no more', () => {
    const succeeded: PolicyEvent = { type: 'disbursement.succeeded', data: { ...about, providerId: 're_1' } };
    const policy = folded(requested, submitted, succeeded);
    expect(policy.premium).toBe('refunded');
    expect(policy.disbursements[0]).not.toHaveProperty('checkAt');
  });

  it('leaves the premium owed when the refund failed', () => {
    const failed: PolicyEvent = { type: 'disbursement.failed', data: { ...about, reason: 'account_closed' } };
    expect(folded(requested, submitted, failed)).toMatchObject({
      premium: 'refunding',
      disbursements: [{ status: 'failed' }],
    });
  });
});
