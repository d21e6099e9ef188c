import { describe, expect, it } from 'vitest';
import { productOf } from '../../../domain/products/catalogue.ts';
import { claimRulesOf } from '../../../domain/products/claim-catalogue.ts';
import { messagesOf } from '../../../domain/products/message-catalogue.ts';
import { parseProduct } from '../../../domain/products/parse-product.ts';

const errorsOf = (product: object, claims: object = {}, messages: object = {}) => {
  const parsed = parseProduct({
    product: { ...productOf('device-protection'), ...product },
    claims: { ...claimRulesOf({ productId: 'device-protection', version: 1 }), ...claims },
    messages: { ...messagesOf({ productId: 'device-protection', version: 1 }), ...messages },
  });
  return parsed.ok ? [] : parsed.errors;
};

describe('parseProduct', () => {
  it('names the path of every fault of shape', () => {
    const rating = { steps: [{ do: 'guess' }], minimum: 1.5 };
    const paths = errorsOf({ rating, currency: 'yuan', colour: 'red' }).map(({ path }) => path);
    expect(paths).toEqual(['product.currency', 'product.rating.steps.0.do', 'product.rating.minimum', 'product']);
  });

  it('refuses a rate that is a binary float', () => {
    expect(errorsOf({ tax: { code: 'vat', rate: 0.06 } })).toMatchObject([{ path: 'product.tax.rate' }]);
  });

  it('refuses a pattern that is none', () => {
    const insuredObject = [{ name: 'imei', type: 'text', pattern: '[', label: { en: 'IMEI', 'zh-CN': 'IMEI' } }];
    expect(errorsOf({ insuredObject })).toMatchObject([{ path: 'product.insuredObject.0.pattern' }]);
  });

  it('refuses a text that one language lacks', () => {
    expect(errorsOf({ name: { en: 'Device protection' } })).toMatchObject([{ path: 'product.name.zh-CN' }]);
  });

  it('refuses a template that names what there is not, or lacks a language, by its path', () => {
    const en = { subject: 'Paid: {{iban}}', text: ['Dear {{customerName}},', '{{refund}}'] };
    const path = 'messages.templates.claim-paid';
    expect(errorsOf({}, {}, { templates: { 'claim-paid': { en } } })).toMatchObject([
      { path: `${path}.en.subject`, message: expect.stringMatching(/^no variable iban; there are customerName, /) },
      { path: `${path}.en.text`, message: expect.stringMatching(/^no variable refund; /) },
      { path: `${path}.zh-CN` },
    ]);
  });

  it('refuses a message that there is not', () => {
    expect(errorsOf({}, {}, { templates: { 'birthday-greeting': {} } })).toMatchObject([
      { path: 'messages.templates' },
    ]);
  });

  it('looks at references once the shape is right', () => {
    expect(errorsOf({ uniqueBy: ['serial'] })).toEqual([{ path: 'product.uniqueBy.0', message: 'no input serial' }]);
  });

  it('has errors for anything that is no document at all', () => {
    expect([null, 'text', [], {}].map((json) => parseProduct(json).ok)).toEqual([false, false, false, false]);
  });
});
