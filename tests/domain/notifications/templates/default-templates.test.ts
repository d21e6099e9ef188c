import { describe, expect, it } from 'vitest';
import { pickTemplate } from '../../../../domain/notifications/pick-template.ts';
import { Locale, MessageName } from '../../../../domain/notifications/schema.ts';
import { defaultTemplates } from '../../../../domain/notifications/templates/default-templates.ts';
import { Templates } from '../../../../domain/notifications/templates/schema.ts';
import { valuesOf } from '../../../../domain/notifications/values-of.ts';
import { writeMessage } from '../../../../domain/notifications/write-message.ts';
import { messageCatalogue } from '../../../../domain/products/message-catalogue.ts';
import { product, someTerms } from '../../../support/policies.ts';
import { aClaim, claimId, eventOf, told } from '../samples.ts';

/** What each message must say, by hand: amounts of the samples, and their times on a clock in Shanghai. */
const facts: Readonly<Record<MessageName, Readonly<Record<Locale, readonly string[]>>>> = {
  'policy-issued': {
    en: ['CNY 139.62', '24 November 2026, 16:00 (GMT+8)', 'verification code AB12', 'within 10 days'],
    'zh-CN': ['¥139.62', '2026年11月24日 16:00（GMT+8）', '验证码AB12', '10日内'],
  },
  'premium-reminder': {
    en: ['CNY 139.62', '24 November 2026, 16:00 (GMT+8)'],
    'zh-CN': ['¥139.62', '2026年11月24日 16:00（GMT+8）'],
  },
  'renewal-reminder': {
    en: ['24 November 2027, 00:00 (GMT+8)', 'not renewed by itself'],
    'zh-CN': ['2027年11月24日 00:00（GMT+8）', '不会自动续保'],
  },
  'policy-cancelled': {
    en: ['CNY 139.62', '22 December 2026, 12:00 (GMT+8)'],
    'zh-CN': ['¥139.62', '2026年12月22日 12:00（GMT+8）'],
  },
  'policy-lapsed': {
    en: ['CNY 139.62', '24 November 2026, 16:00 (GMT+8)', 'you owe nothing'],
    'zh-CN': ['¥139.62', '2026年11月24日 16:00（GMT+8）', '无需支付'],
  },
  'claim-received': {
    en: [claimId, '20 December 2026, 18:30 (GMT+8)', '21 December 2026, 09:05 (GMT+8)'],
    'zh-CN': [claimId, '2026年12月20日 18:30（GMT+8）', '2026年12月21日 09:05（GMT+8）'],
  },
  'claim-approved': { en: [claimId, 'CNY 1,080.00', '10 days'], 'zh-CN': [claimId, '¥1,080.00', '10日内'] },
  'claim-rejected': {
    en: [claimId, 'The claim came after its time limit.', '22 December 2026, 12:00 (GMT+8)', '12378', '15 days'],
    'zh-CN': [claimId, '已超过索赔时效。', '2026年12月22日 12:00（GMT+8）', '12378', '15日内'],
  },
  'claim-paid': { en: [claimId, 'CNY 1,080.00'], 'zh-CN': [claimId, '¥1,080.00'] },
  'payout-returned': { en: [claimId, 'came back from your bank'], 'zh-CN': [claimId, '被银行退回'] },
};

const cases = messageCatalogue.flatMap((messages) =>
  MessageName.options.flatMap((message) =>
    Locale.options.map((locale) => [messages.productId, message, locale, messages] as const),
  ),
);

describe('the default templates', () => {
  it('are templates: every message in every language, naming nothing that is not there', () => {
    expect(Templates.safeParse(defaultTemplates).error?.issues ?? []).toEqual([]);
  });

  it.each(cases)('tell a customer of %s by %s in %s what has to be told', (productId, message, locale, messages) => {
    const terms = someTerms({ productId, acknowledged: [{ code: 'terms', contentHash: 'h' }] });
    const given = told(eventOf[message], locale, { terms });
    const [coverage] = product(productId).coverages;
    const values = valuesOf(given, aClaim({ coverage: coverage?.code ?? '' })) ?? {};
    const { subject, text } = writeMessage(pickTemplate(messages, message, locale).texts, values);
    for (const fact of facts[message][locale]) expect(`${subject}\n${text}`).toContain(fact);
    for (const name of ['王小明', given.product.name[locale], 'BN01JD8X']) expect(text).toContain(name);
    expect(`${subject}${text}`).not.toMatch(/\{\{|\}\}|undefined|null|\[object/);
    expect(subject).not.toContain('\n');
  });
});
