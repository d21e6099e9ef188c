import { describe, expect, it } from 'vitest';
import { alarmFor, isAlerting } from '../../../domain/alerts/causes.ts';

const policyId = 'pol_01jd8x2k7v5m3q9w4t6y8r0z1b';
const claimId = 'clm_01jd8x2k7v5m3q9w4t6y8r0z1b001';
const at = '2026-11-23T08:00:00.000Z';

const registered = (reserve: number, currency = 'CNY') =>
  alarmFor({ type: 'claim.registered', data: { policyId, claimId, reserve, currency, at } });
const about = { policyId, disbursementId: 'dsb_1', claimId };
const checkDue = (status: 'submitted' | 'unknown', attempts: number) =>
  alarmFor({ type: 'disbursement.check-due', data: { ...about, status, attempts, checkAt: at } });

describe('alarmFor', () => {
  it('calls for an orange alert when money came that could not be booked', () => {
    const data = { unmatchedId: 'unm_1', paymentId: 'pi_1', amount: 432, currency: 'CNY', receivedAt: at };
    expect(alarmFor({ type: 'unmatched.received', data: { ...data, reason: 'wrong-amount' } })).toEqual({
      severity: 'orange',
      cause: 'unmatched-money',
      subject: 'unm_1',
      facts: { paymentId: 'pi_1', amount: 432, currency: 'CNY', reason: 'wrong-amount' },
    });
  });

  it('calls for an orange alert when the provider did not answer, and when it refused', () => {
    const unknown = alarmFor({ type: 'disbursement.unknown', data: { ...about, checkAt: at } });
    expect(unknown).toMatchObject({
      severity: 'orange',
      cause: 'payout-unknown',
      subject: 'dsb_1',
      facts: { claimId },
    });
    const failed = alarmFor({ type: 'disbursement.failed', data: { ...about, reason: 'account_closed' } });
    expect(failed).toMatchObject({ severity: 'orange', cause: 'payout-failed', facts: { reason: 'account_closed' } });
  });

  it('turns red once, at the third question in vain', () => {
    expect([2, 3, 4].map((attempts) => checkDue('unknown', attempts)?.severity)).toEqual([undefined, 'red', undefined]);
  });

  it('raises nothing for money that is merely on its way', () => {
    expect(checkDue('submitted', 3)).toBeUndefined();
  });

  it('watches premium that a policy could not take', () => {
    const data = { policyId, paymentId: 'pi_1', amount: 432, currency: 'CNY', reason: 'cancelled' };
    expect(alarmFor({ type: 'premium.unapplied', data })).toMatchObject({
      severity: 'yellow',
      cause: 'premium-unapplied',
      subject: policyId,
    });
  });

  // The threshold is CNY 1,000.00, which is 100,000 fen.
  it('lets a claim of exactly the threshold pass', () => {
    expect(registered(100_000)).toBeUndefined();
  });

  it('watches a claim one fen above the threshold', () => {
    expect(registered(100_001)).toMatchObject({ severity: 'yellow', cause: 'claim-over-threshold', subject: claimId });
  });

  it('watches every claim in a currency without a threshold', () => {
    expect(registered(1, 'USD')).toMatchObject({ cause: 'claim-over-threshold' });
  });
});

describe('isAlerting', () => {
  it('knows the events that call for a person, and no others', () => {
    expect(isAlerting({ type: 'claim.registered', data: {} })).toBe(true);
    expect(isAlerting({ type: 'policy.bound', data: {} })).toBe(false);
    expect(isAlerting({ type: 'toString', data: {} })).toBe(false);
  });
});
