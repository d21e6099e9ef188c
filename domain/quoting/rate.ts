import type { QuotableProduct } from '../products/quotable/schema.ts';
import { accept, type Decision, refuse } from '../shared/decision.ts';
import { type Fraction, mul, readable, whole } from '../shared/exact.ts';
import type { Inputs } from '../shared/form/schema.ts';
import { includedTax, rateOf, roundMinor } from '../shared/money.ts';
import { onceFor } from '../shared/once-for.ts';
import { type Factor, factorOf } from './factor-of.ts';
import type { Worksheet } from './schema.ts';

/** A price in minor units, tax included, and how it came about: it can be read along with, and worked out again. */
export type Price = {
  readonly gross: number;
  readonly factors: readonly Factor[];
  readonly rounded: number;
  /** Which limit of the tariff stands for what was worked out, if one does. */
  readonly bound: 'minimum' | 'maximum' | undefined;
};

/** Tax is inside gross, and commission is of what remains without it (rules 2.8). */
export type Premium = { readonly gross: number; readonly tax: number; readonly commission: number };

/** The steps of a product's tariff, read and ready. */
const tariffOf = onceFor(({ rating, tables }: Pick<QuotableProduct, 'rating' | 'tables'>) =>
  rating.steps.map((step) => ({ named: 'step' in step ? step.step : step.input, find: factorOf(step, tables) })),
);

/**
 * The price of inputs that `deriveInputs` has completed. All factors are multiplied exactly in the order of the tariff,
 * then rounded half-even to the minor unit once, then held between minimum and maximum (catalogue head). The clock has
 * no say in it, so the same inputs and the same version give the same price for ever.
 *
 * Refuses `no-filed-rate` if the tariff has no factor for an input, and `outside-filed-band` if the price leaves the
 * band filed with the regulator (SALES Art 30, rules 2.3 P-04).
 */
export const rate = (
  product: QuotableProduct,
  inputs: Inputs,
): Decision<Price, 'no-filed-rate' | 'outside-filed-band'> => {
  const factors: Factor[] = [];
  for (const { named, find } of tariffOf(product)) {
    const found = find(inputs);
    if (!found) return refuse('no-filed-rate', { step: named });
    factors.push(found);
  }
  return priceOf(product, factors);
};

/** The price that the factors of a tariff make. */
export const priceOf = (
  { rating, filing: { minimum, maximum } }: Pick<QuotableProduct, 'rating' | 'filing'>,
  factors: readonly Factor[],
): Decision<Price, 'outside-filed-band'> => {
  const rounded = roundMinor(productOf(factors));
  const bound = boundOf(rounded, rating);
  const gross = (bound && rating[bound]) ?? rounded;
  if (gross < minimum || gross > maximum) return refuse('outside-filed-band', { minimum, maximum });
  return accept({ gross, factors, rounded, bound });
};

/** The same as `mul` over and over, without a fraction for each step on the way. */
const productOf = (factors: readonly Factor[]): Fraction => {
  let numerator = 1n;
  let denominator = 1n;
  for (const { times } of factors) {
    numerator *= times.numerator;
    if (times.denominator !== 1n) denominator *= times.denominator;
  }
  return { numerator, denominator };
};

const boundOf = (rounded: number, { minimum, maximum }: QuotableProduct['rating']): Price['bound'] => {
  if (rounded < minimum) return 'minimum';
  return maximum !== undefined && rounded > maximum ? 'maximum' : undefined;
};

/** What of a price is tax, and what the partner earns of the rest. */
export const premiumOf = ({ tax, commission }: QuotableProduct, { gross }: Pick<Price, 'gross'>): Premium => {
  const included = includedTax(gross, tax.rate);
  return { gross, tax: included, commission: rateOf(gross - included, commission.rate) };
};

/** How a price came about, step by step, with what had been reached after each. */
export const worksheetOf = ({ factors, rounded, bound }: Price): Worksheet => {
  let running = whole(1);
  const steps = factors.map(({ step, input, figure, times }) => {
    running = mul(running, times);
    return { step, ...(input !== undefined && { input: String(input) }), factor: figure, running: readable(running) };
  });
  return { steps, rounded, ...(bound && { bound }) };
};
