import { createHash, createHmac, randomUUID } from 'node:crypto';
import Big from 'big.js';
import type { QuotableProduct } from '../../../domain/products/quotable/schema.ts';
import { now, offerKey, tenant } from '../given.ts';
import { products } from '../products.ts';
import { coverOf } from './cover.ts';
import { type Facts, factsOf, rules } from './facts.ts';
import type { Item } from './forms.ts';
import type { FindSteps, Step } from './tables.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('base64url');
const mac = (bytes: number, ...parts: readonly string[]): string =>
  createHmac('sha256', offerKey.secret).update(JSON.stringify(parts)).digest().subarray(0, bytes).toString('base64url');

/** What is the same in every quote of a product is made once, as anybody would. */
const ready = new Map(
  products.map((product) => [
    product.productId,
    {
      product,
      reasons: new Map(product.eligibility.map(({ code, text }) => [code, { code, text }])),
      hidden: new Set(
        [...product.insuredObject, ...(product.options ?? [])].flatMap(({ name, personal, hashed }) =>
          personal || hashed ? [name] : [],
        ),
      ),
      disclosures: product.disclosures.map(({ code, title, text, optional }) => ({
        code,
        title,
        contentHash: sha256(JSON.stringify([code, product.version, title, text ?? product.exclusions])),
        required: !optional,
      })),
    },
  ]),
);
type Ready = NonNullable<ReturnType<typeof ready.get>>;

const noRate = {
  code: 'no-filed-rate',
  text: { en: 'The filed tariff has no rate for this risk.', 'zh-CN': '该风险无备案费率。' },
};
const outsideBand = {
  code: 'outside-filed-band',
  text: { en: 'The price leaves the filed band.', 'zh-CN': '价格超出备案区间。' },
};

const fen = (amount: Big): number => amount.round(0, Big.roundHalfEven).toNumber();

const worksheetOf = (steps: readonly Step[], { minimum, maximum }: QuotableProduct['rating']) => {
  let running = new Big(1);
  const shown = steps.map(({ step, input, by, divides }) => {
    running = divides ? running.div(by) : running.times(by);
    const reached = running.round(6, Big.roundHalfEven).toString();
    return { step, ...(input !== undefined && { input }), factor: by.toString(), running: reached };
  });
  const rounded = fen(running);
  if (rounded < minimum) return { gross: minimum, worksheet: { steps: shown, rounded, bound: 'minimum' } };
  if (maximum !== undefined && rounded > maximum)
    return { gross: maximum, worksheet: { steps: shown, rounded, bound: 'maximum' } };
  return { gross: rounded, worksheet: { steps: shown, rounded } };
};

type Priced = { readonly gross: number; readonly offerId: string; readonly expiresAt: string };

const tokenOf = ({ product, hidden }: Ready, item: Item, { gross, offerId, expiresAt }: Priced): string => {
  const i: Record<string, unknown> = {};
  const h: Record<string, string> = {};
  for (const [name, answer] of Object.entries({ ...item.insuredObject, ...item.options })) {
    if (hidden.has(name)) h[name] = mac(16, 'answer', name, String(answer));
    else i[name] = answer;
  }
  const about = { v: 1, o: offerId, t: tenant, p: product.productId, n: product.version, i, h };
  const terms = { ...about, a: gross, c: product.currency, q: now, x: expiresAt };
  const body = Buffer.from(JSON.stringify(terms)).toString('base64url');
  return `${body}.${offerKey.kid}.${mac(24, 'offer', offerKey.kid, body)}`;
};

const offerOf = (of: Ready, item: Item, facts: Facts, steps: readonly Step[]) => {
  const { product, disclosures } = of;
  const { gross, worksheet } = worksheetOf(steps, product.rating);
  const { minimum, maximum } = product.filing;
  if (gross < minimum || gross > maximum) return undefined;
  const rate = new Big(product.tax.rate);
  const tax = fen(new Big(gross).times(rate).div(rate.plus(1)));
  const commission = fen(new Big(gross - tax).times(product.commission.rate));
  const money = (amount: number) => ({ amount, currency: product.currency });
  const offerId = `off_${randomUUID()}`;
  const expiresAt = new Date(Date.parse(now) + product.offerMinutes * 60_000).toISOString();
  return {
    offerId,
    productId: product.productId,
    productVersion: product.version,
    premium: { gross: money(gross), tax: money(tax) },
    commission: money(commission),
    worksheet,
    coverages: coverOf(product, facts),
    period: product.period.text,
    disclosures,
    expiresAt,
    token: tokenOf(of, item, { gross, offerId, expiresAt }),
  };
};

const quoteItem = async (item: Item, find: FindSteps) => {
  const { itemId, productId } = item;
  const of = ready.get(productId);
  if (of === undefined) throw new Error(`There is no ${productId}.`);
  const facts = factsOf(item, new Date(now));
  const reasons = Object.entries(rules[productId]).flatMap(([code, holds]) =>
    holds(facts) ? [of.reasons.get(code)] : [],
  );
  if (reasons.length > 0) return { itemId, outcome: 'declined', reasons };
  const steps = await find(productId, facts);
  if (steps === undefined) return { itemId, outcome: 'declined', reasons: [noRate] };
  const offer = offerOf(of, item, facts, steps);
  return offer === undefined
    ? { itemId, outcome: 'declined', reasons: [outsideBand] }
    : { itemId, outcome: 'offered', offer };
};

/** The same quote, written anew: of our domain it has nothing but the products, which are data. */
export const quote = async ({ items }: { readonly items: readonly Item[] }, find: FindSteps) => ({
  items: await Promise.all(items.map((item) => quoteItem(item, find))),
});
