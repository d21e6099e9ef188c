import { describe, expect, it } from 'vitest';
import { confirmCover } from '../../../domain/claims/cover.ts';
import type { InsuredFacts, LossFacts } from '../../../domain/claims/facts.ts';
import { covered, insuredPhone, lossOf } from './samples.ts';

const phone = covered('device-protection', 'screen');
const phoneLoss = (occurredAt: string, policy: Partial<InsuredFacts> = {}, inputs = {}) => {
  const confirmed = confirmCover(
    phone.product,
    phone.rules,
    insuredPhone(policy, inputs),
    lossOf('screen', occurredAt),
  );
  return confirmed.ok ? confirmed.value.code : confirmed.code;
};

describe('confirmCover', () => {
  it('covers the first moment after the waiting period of seven days, and not the last one within', () => {
    // Cover begins at 00:00 on 1 February in Shanghai; waiting ends at 00:00 on 8 February.
    expect(phoneLoss('2026-02-07T15:59:59.999Z')).toBe('in-waiting-period');
    expect(phoneLoss('2026-02-07T16:00:00.000Z')).toBe('screen');
  });

  it('lets a device that was new at the checkout wait for nothing', () => {
    expect(phoneLoss('2026-01-31T16:00:00.000Z', {}, { ageDays: 0 })).toBe('screen');
    expect(phoneLoss('2026-01-31T16:00:00.000Z', {}, { ageDays: 1 })).toBe('in-waiting-period');
  });

  it('covers the last moment of the term, and not the end of it', () => {
    expect(phoneLoss('2027-01-31T15:59:59.999Z')).toBe('screen');
    expect(phoneLoss('2027-01-31T16:00:00.000Z')).toBe('not-in-force');
  });

  it('does not cover what happened before cover began, or if it never did', () => {
    expect(phoneLoss('2026-01-31T15:59:59.999Z')).toBe('not-in-force');
    expect(phoneLoss('2026-06-01T00:00:00.000Z', { from: undefined })).toBe('not-in-force');
  });

  it('refuses a loss that lies after its own report', () => {
    expect(phoneLoss('2027-03-01T00:00:00.001Z')).toBe('loss-after-report');
  });

  it('covers only what the plan includes', () => {
    const theft = lossOf('theft', '2026-06-01T00:00:00.000Z');
    const codes = ['accidental', 'theft'].map((plan) => {
      const confirmed = confirmCover(phone.product, phone.rules, insuredPhone({}, { plan }), theft);
      return confirmed.ok ? confirmed.value.code : confirmed.code;
    });
    expect(codes).toEqual(['coverage-not-included', 'theft']);
    expect(confirmCover(phone.product, phone.rules, insuredPhone(), { ...theft, coverage: 'fire' })).toMatchObject({
      code: 'coverage-not-included',
    });
  });

  it('pays one broken screen in a term, and any number of accidents', () => {
    expect(phoneLoss('2026-06-01T00:00:00.000Z', { claimsUsed: 1 })).toBe('claims-used-up');
    const accident = lossOf('accidental', '2026-06-01T00:00:00.000Z');
    expect(confirmCover(phone.product, phone.rules, insuredPhone({ claimsUsed: 3 }), accident).ok).toBe(true);
  });

  it('names every exclusion that the answers show', () => {
    const { product, rules } = covered('return-freight', 'return-freight');
    const policy = { inputs: { distance: 'far' }, from: '2026-11-01T00:00:00.000Z', claimsUsed: 0, amountUsed: 0 };
    const returned = { returnKind: 'return', paidBy: 'buyer', onPlatform: true };
    const judge = (answers: LossFacts['answers'], exclusionsFound: string[] = []) =>
      confirmCover(product, rules, policy, {
        ...lossOf('return-freight', '2026-11-10T00:00:00.000Z', { ...returned, ...answers }),
        exclusionsFound,
      });
    expect(judge({}).ok).toBe(true);
    expect(judge({ paidBy: 'seller', returnKind: 'exchange' })).toMatchObject({
      code: 'excluded',
      facts: { clauses: ['seller-paid', 'exchange-only'] },
    });
    expect(judge({ onPlatform: false })).toMatchObject({ facts: { clauses: ['off-platform'] } });
    expect(judge({ returnKind: 'refused' }, ['not-shipped', 'refused-delivery'])).toMatchObject({
      facts: { clauses: ['refused-delivery', 'not-shipped'] },
    });
  });
});
