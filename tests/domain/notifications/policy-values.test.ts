import { describe, expect, it } from 'vitest';
import {
  cancelledValues,
  issuedValues,
  lapsedValues,
  premiumReminderValues,
  renewalReminderValues,
} from '../../../domain/notifications/policy-values.ts';
import { policyId, someTerms } from '../../support/policies.ts';
import { eventOf, told } from './samples.ts';

const bound = eventOf['policy-issued'];

describe('issuedValues', () => {
  it('explains the contract: period, coverages of the plan alone, exclusions, and where to prove it', () => {
    expect(issuedValues(told(bound))).toMatchObject({
      ...{ customerName: '王小明', productName: 'Device protection', policyNumber: 'BN01JD8X', premium: 'CNY 139.62' },
      // The plan is `screen`, so neither accidents nor theft.
      coverages: ['Broken screen'],
      exclusions: expect.arrayContaining(['Wear and cosmetic damage.', 'Jail-break.']),
      // Cover is from midnight to midnight in Shanghai, which is eight hours ahead of UTC.
      ...{ coverFrom: '24 November 2026, 00:00 (GMT+8)', coverTo: '24 November 2027, 00:00 (GMT+8)' },
      verificationLink: expect.stringContaining('/verifications/BN01JD8X?code=AB12'),
      verificationCode: 'AB12',
    });
  });

  it('says until when to pay while the premium is open, and nothing of it afterwards', () => {
    expect(issuedValues(told(bound)).payBy).toBe('24 November 2026, 16:00 (GMT+8)');
    expect(issuedValues(told(bound, 'en', { premium: 'paid' })).payBy).toBeUndefined();
    expect(issuedValues(told(bound, 'en', { premium: 'credit' })).payBy).toBeUndefined();
  });

  it('repeats what the buyer acknowledged, and nothing else', () => {
    expect(issuedValues(told(bound)).disclosures).toEqual([
      'Terms: Repair cost less the deductible, up to the limits.',
    ]);
    const acknowledged = ['terms', 'exemptions', 'marketing'].map((code) => ({ code, contentHash: 'h' }));
    // The exemptions have no text of their own: they are the exclusions.
    expect(issuedValues(told(bound, 'zh-CN', { terms: someTerms({ acknowledged }) })).disclosures).toEqual([
      '保险条款: 扣除免赔后在限额内赔付。',
      '营销信息: 同意接收产品信息。',
    ]);
  });

  it('names no instants of a period that an event has yet to begin', () => {
    const waiting = { ...bound, data: { ...bound.data, period: { to: '2027-02-21T08:00:00.000Z' } } };
    const terms = someTerms({ productId: 'return-freight', object: {} });
    const values = issuedValues(told(waiting, 'en', { terms }));
    expect([values.coverFrom, values.coverTo]).toEqual([undefined, undefined]);
    expect(values.period).toBe('From shipment to 7 days after receipt, 90 days at most.');
  });
});

describe('reminders', () => {
  it('say how much is open and until when', () => {
    expect(premiumReminderValues(told(eventOf['premium-reminder'], 'zh-CN'))).toMatchObject({
      ...{ premium: '¥139.62', payBy: '2026年11月24日 16:00（GMT+8）' },
    });
  });

  it('say when cover ends', () => {
    expect(renewalReminderValues(told(eventOf['renewal-reminder'])).coverTo).toBe('24 November 2027, 00:00 (GMT+8)');
  });
});

describe('cancelledValues', () => {
  const { data } = eventOf['policy-cancelled'];
  const cancelled = (gross: number, premium: 'refunding' | 'credit' | 'void') =>
    cancelledValues(
      told({ type: 'policy.cancelled', data: { ...data, policyId, refund: { gross, tax: 0, commission: 0 } } }, 'en', {
        ...{ status: 'cancelled', premium },
      }),
    ).refund;

  it('says what is returned, to the unit', () => expect(cancelled(1, 'refunding')).toBe('CNY 0.01'));
  it('says it too where the partner collected', () => expect(cancelled(13962, 'credit')).toBe('CNY 139.62'));
  it('promises nothing where the window returns nothing', () => expect(cancelled(0, 'credit')).toBeUndefined());
  it('promises nothing where nothing was paid', () => expect(cancelled(13962, 'void')).toBeUndefined());
  it('says when', () => {
    expect(cancelledValues(told(eventOf['policy-cancelled'])).cancelledAt).toBe('22 December 2026, 12:00 (GMT+8)');
  });
});

describe('lapsedValues', () => {
  it('says what did not come, and by when', () => {
    expect(lapsedValues(told(eventOf['policy-lapsed']))).toMatchObject({
      ...{ premium: 'CNY 139.62', payBy: '24 November 2026, 16:00 (GMT+8)' },
    });
  });
});
