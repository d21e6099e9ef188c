import { describe, expect, it } from 'vitest';
import { rejectionReasons } from '../../../domain/claims/schema.ts';
import { clauseText, reasonText } from '../../../domain/notifications/reason-text.ts';
import { product } from '../../support/policies.ts';

const phone = product('device-protection');

describe('reasonText', () => {
  it('says an exclusion in the words that the buyer was shown', () => {
    expect(reasonText('wear', phone, 'en')).toBe('Wear and cosmetic damage.');
    expect(reasonText('wear', phone, 'zh-CN')).toBe('磨损及外观损伤。');
  });

  it.each(rejectionReasons)('says %s in words, in both languages', (code) => {
    expect(reasonText(code, phone, 'en')).toMatch(/^[A-Z].* .*\.$/);
    expect(reasonText(code, phone, 'zh-CN')).toMatch(/^\p{Script=Han}.*。$/u);
  });

  it('leaves a code as it is for which there are no words', () => {
    expect(reasonText('toString', phone, 'en')).toBe('toString');
  });
});

describe('clauseText', () => {
  it('names a clause by its number, and an exclusion by its words', () => {
    expect(clauseText('3.1', phone, 'en')).toBe('Clause 3.1');
    expect(clauseText('3.1', phone, 'zh-CN')).toBe('第3.1条');
    expect(clauseText('intent', phone, 'en')).toBe('Intent.');
  });
});
