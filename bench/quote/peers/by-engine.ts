import Big from 'big.js';
import { productOf } from '../products.ts';
import { type Found, factorsOf, type Tariff } from '../rows.ts';
import type { Facts } from './facts.ts';
import type { FindSteps } from './tables.ts';

/** Finds the rows of a tariff. */
export type Find = (tariff: Tariff, facts: Facts) => Promise<Found>;

/** The steps of a premium as a rule engine finds them; the figures of a row are read as ours are. */
export const byEngine =
  (find: Find): FindSteps =>
  async (productId, facts) => {
    const product = productOf(productId);
    const factors = product && factorsOf(product, facts, await find(product, facts));
    return factors?.map(({ step, input, figure }, at) => ({
      step,
      ...(input !== undefined && { input: String(input) }),
      by: new Big(figure),
      ...(product?.rating.steps[at]?.do === 'divide' && { divides: true as const }),
    }));
  };
