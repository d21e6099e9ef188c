import type { QuotableProduct } from '../../domain/products/quotable/schema.ts';
import { deriveInputs } from '../../domain/quoting/derive-inputs.ts';
import { priceOf, rate } from '../../domain/quoting/rate.ts';
import type { QuoteItem } from '../../domain/quoting/schema.ts';
import type { Inputs } from '../../domain/shared/form/schema.ts';
import { risks } from '../quote/asked.ts';
import { now } from '../quote/given.ts';
import type { Find } from '../quote/peers/by-engine.ts';
import { filedByProvince } from '../quote/products.ts';
import { inTurn } from '../quote/requests.ts';
import { factorsOf } from '../quote/rows.ts';

/** Who finds the rows of a tariff, by the name of the function in this file that makes what is measured. */
export const names = {
  bindery: 'Bindery, with the exact price',
  zen: 'zen-engine, rows alone',
  jsonRules: 'json-rules-engine, rows alone',
} as const;

export const finders: Readonly<Record<'zen' | 'jsonRules', () => Promise<Find>>> = {
  zen: async () => (await import('../quote/peers/zen.ts')).zenFinds,
  jsonRules: async () => (await import('../quote/peers/json-rules.ts')).jsonRulesFind,
};

export type Pricing = (product: QuotableProduct, inputs: Inputs) => Promise<ReturnType<typeof rate> | undefined>;

/** The price of the rows that an engine found, by our arithmetic; undefined where it found none for a step. */
const pricing =
  (find: Find): Pricing =>
  async (product, inputs) => {
    const factors = factorsOf(product, inputs, await find(product, inputs));
    return factors && priceOf(product, factors);
  };

/** Whoever finds the same rows gives the same price: that is what the gate asks. */
export const pricings = async (): Promise<Readonly<Record<keyof typeof names, Pricing>>> => ({
  bindery: async (product, inputs) => rate(product, inputs),
  zen: pricing(await finders.zen()),
  jsonRules: pricing(await finders.jsonRules()),
});

export const inputsOf = (product: QuotableProduct, item: QuoteItem): Inputs =>
  deriveInputs(product, { ...item.insuredObject, ...item.options }, now);

const inputs = () => inTurn(risks.flatMap(({ items }) => items.map((item) => inputsOf(filedByProvince, item))));

export const bindery = () => {
  const next = inputs();
  return (at: number) => rate(filedByProvince, next(at));
};
const finding = (name: keyof typeof finders) => async () => {
  const find = await finders[name]();
  const next = inputs();
  return (at: number) => find(filedByProvince, next(at));
};
export const zen = finding('zen');
export const jsonRules = finding('jsonRules');
