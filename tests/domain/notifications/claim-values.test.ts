import { describe, expect, it } from 'vitest';
import {
  amountValues,
  claimNames,
  receivedValues,
  rejectedValues,
} from '../../../domain/notifications/claim-values.ts';
import { aClaim, claimId, eventOf, told } from './samples.ts';

describe('values of claims', () => {
  it('name the claim, and its coverage as the product does', () => {
    const names = { ...told(eventOf['payout-returned'], 'zh-CN'), claim: aClaim() };
    expect(claimNames(names)).toMatchObject({ claimId, coverage: '碎屏' });
    expect(claimNames({ ...names, claim: aClaim({ coverage: 'gone' }) })).toMatchObject({ coverage: 'gone' });
  });

  it('say when the loss was and when it was reported', () => {
    // 10:30 and 01:05 UTC are 18:30 and 09:05 in Shanghai.
    expect(receivedValues({ ...told(eventOf['claim-received']), claim: aClaim() })).toMatchObject({
      lossAt: '20 December 2026, 18:30 (GMT+8)',
      reportedAt: '21 December 2026, 09:05 (GMT+8)',
    });
  });

  it('say the amount of the event, whatever the claim says since', () => {
    const claim = aClaim({ approved: 1, paid: 1 });
    expect(amountValues({ ...told(eventOf['claim-approved']), claim }).amount).toBe('CNY 1,080.00');
    expect(amountValues({ ...told(eventOf['claim-paid'], 'zh-CN'), claim }).amount).toBe('¥1,080.00');
  });

  it('give the reasons and clauses of a refusal in words (LAW Art 24)', () => {
    expect(rejectedValues({ ...told(eventOf['claim-rejected']), claim: aClaim() })).toMatchObject({
      reasons: ['Wear and cosmetic damage.', 'The claim came after its time limit.'],
      clauses: ['Wear and cosmetic damage.', 'Clause 3.1'],
      decidedAt: '22 December 2026, 12:00 (GMT+8)',
    });
  });
});
