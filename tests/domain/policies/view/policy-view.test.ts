import { describe, expect, it } from 'vitest';
import { policyIdOf, policyNumberOf, policyView } from '../../../../domain/policies/view/policy-view.ts';
import { aPolicyState, policyId } from '../../../support/policies.ts';

const names = { productName: { en: 'Device protection', 'zh-CN': '手机碎屏及意外保障' }, verificationCode: 'CODE' };

describe('policyView', () => {
  it('shows the contract and its money, and nothing that identifies the person or the object', () => {
    const view = policyView(aPolicyState(), names);
    expect(view).toMatchObject({
      policyId,
      policyNumber: 'BN01JD8X2K7V5M3Q9W4T6Y8R0Z1B',
      ...names,
      status: 'pending',
      reference: 'SO-20261123-0042',
      invoice: {
        invoiceId: 'inv_01jd8x2k7v5m3q9w4t6y8r0z1b',
        status: 'open',
        gross: { amount: 13962, currency: 'CNY' },
        tax: { amount: 790, currency: 'CNY' },
        commission: { amount: 3293, currency: 'CNY' },
      },
    });
    const text = JSON.stringify(view);
    for (const hidden of ['sealedObject', 'jwe', 'objectHashes', 'holds', 'one-imei'])
      expect(text).not.toContain(hidden);
  });

  it('shows claims and outgoing money by their amounts, without the account that is paid', () => {
    const view = policyView(
      aPolicyState({
        claims: [{ claimId: 'clm_1', coverage: 'screen', status: 'paid', approved: 900, reserve: 0 }],
        disbursements: [{ disbursementId: 'dsb_1', kind: 'payout', status: 'succeeded', amount: 900, attempts: 1 }],
        cancelled: { at: '2026-12-01T08:00:00.000Z', reason: 'withdrawal' },
      }),
      names,
    );
    const amount = { amount: 900, currency: 'CNY' };
    expect(view.claims).toEqual([{ claimId: 'clm_1', coverage: 'screen', status: 'paid', approved: amount }]);
    expect(view.disbursements).toEqual([{ disbursementId: 'dsb_1', kind: 'payout', status: 'succeeded', amount }]);
    expect(view.cancelled?.reason).toBe('withdrawal');
  });
});

describe('the number of a policy', () => {
  it('is its id in capitals, there and back', () => {
    expect(policyIdOf(policyNumberOf(policyId))).toBe(policyId);
  });

  it('is nothing else', () => {
    for (const wrong of ['', 'BN', 'BN01JD8X2K7V5M3Q9W4T6Y8R0Z1', 'BN01JD8X2K7V5M3Q9W4T6Y8R0Z1U', policyId])
      expect(policyIdOf(wrong), wrong).toBeUndefined();
  });
});
