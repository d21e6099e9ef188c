import type { QuotableProduct } from '../products/quotable/schema.ts';
import { accept, type Decision, refuse } from '../shared/decision.ts';
import { div, mul, readable, whole } from '../shared/exact.ts';
import type { Inputs } from '../shared/form/schema.ts';
import { includedTax, rateOf, roundMinor } from '../shared/money.ts';
import { factorOf } from './factor-of.ts';
import type { Worksheet } from './schema.ts';

/** A price in minor units: tax is inside gross, and commission is of what remains without it (rules 2.8). */
export type Premium = { readonly gross: number; readonly tax: number; readonly commission: number };
export type Rated = { readonly premium: Premium; readonly worksheet: Worksheet };

/**
 * The premium, tax included, of inputs that `deriveInputs` has completed. All factors are multiplied exactly in the
 * order of the tariff, then rounded half-even to the minor unit once, then held between minimum and maximum (catalogue
 * head). The clock has no say in it, so the same inputs and the same version give the same price for ever.
 *
 * Refuses `no-filed-rate` if the tariff has no factor for an input, and `outside-filed-band` if the price leaves the
 * band filed with the regulator (SALES Art 30, rules 2.3 P-04).
 */
export const rate = (
  product: QuotableProduct,
  inputs: Inputs,
): Decision<Rated, 'no-filed-rate' | 'outside-filed-band'> => {
  const steps: Worksheet['steps'] = [];
  let running = whole(1);
  for (const step of product.rating.steps) {
    const found = factorOf(step, product.tables, inputs);
    if (!found) return refuse('no-filed-rate', { step: 'step' in step ? step.step : step.input });
    running = step.do === 'divide' ? div(running, found.factor) : mul(running, found.factor);
    steps.push({ ...found, factor: readable(found.factor), running: readable(running) });
  }
  const rounded = roundMinor(running);
  const { gross, ...bound } = limited(rounded, product.rating);
  const { minimum, maximum } = product.filing;
  if (gross < minimum || gross > maximum) return refuse('outside-filed-band', { minimum, maximum });
  return accept({ premium: split(product, gross), worksheet: { steps, rounded, ...bound } });
};

type Limited = { readonly gross: number; readonly bound?: 'minimum' | 'maximum' };

const limited = (rounded: number, { minimum, maximum }: QuotableProduct['rating']): Limited => {
  if (rounded < minimum) return { gross: minimum, bound: 'minimum' };
  if (maximum !== undefined && rounded > maximum) return { gross: maximum, bound: 'maximum' };
  return { gross: rounded };
};

const split = ({ tax, commission }: QuotableProduct, gross: number): Premium => {
  const included = includedTax(gross, tax.rate);
  return { gross, tax: included, commission: rateOf(gross - included, commission.rate) };
};
