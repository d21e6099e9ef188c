import { describe, expect, it } from 'vitest';
import { productOf } from '../../../domain/products/catalogue.ts';
import { claimRulesOf } from '../../../domain/products/claim-catalogue.ts';
import { parseProduct } from '../../../domain/products/parse-product.ts';

const errorsOf = (product: object, claims: object = {}) => {
  const parsed = parseProduct({
    product: { ...productOf('device-protection'), ...product },
    claims: { ...claimRulesOf({ productId: 'device-protection', version: 1 }), ...claims },
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

  it('looks at references once the shape is right', () => {
    expect(errorsOf({ uniqueBy: ['serial'] })).toEqual([{ path: 'product.uniqueBy.0', message: 'no input serial' }]);
  });

  it('has errors for anything that is no document at all', () => {
    expect([null, 'text', [], {}].map((json) => parseProduct(json).ok)).toEqual([false, false, false, false]);
  });
});
