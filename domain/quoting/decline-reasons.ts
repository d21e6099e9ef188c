import type { QuotableProduct } from '../products/quotable/schema.ts';
import { holds } from '../shared/form/holds.ts';
import type { Inputs } from '../shared/form/schema.ts';
import type { Reason } from './schema.ts';

/** All reasons of the product to decline these inputs; `atBind` asks only for those that time can bring about. */
export const declineReasons = (product: QuotableProduct, inputs: Inputs, atBind = false): Reason[] =>
  product.eligibility
    .filter((rule) => (rule.atBind || !atBind) && holds(rule.when, inputs))
    .map(({ code, text }) => ({ code, text }));

/** Reasons that are not the product's own. */
export const generalReasons = {
  'product-not-active': { en: 'The product is not on sale.', 'zh-CN': '该产品暂停销售。' },
  'no-filed-rate': { en: 'The filed tariff has no rate for this risk.', 'zh-CN': '该风险无备案费率。' },
  'outside-filed-band': { en: 'The price leaves the filed band.', 'zh-CN': '价格超出备案区间。' },
} satisfies Record<string, Reason['text']>;
