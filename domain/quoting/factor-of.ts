import type { QuotableProduct } from '../products/quotable/schema.ts';
import { add, compare, exact, type Fraction, mul, sub, whole } from '../shared/exact.ts';
import type { Inputs } from '../shared/form/schema.ts';

type Step = QuotableProduct['rating']['steps'][number];
type Tables = QuotableProduct['tables'];

/** A factor with the name of its step and the input that chose it. */
export type Factor = { readonly step: string; readonly input?: string; readonly factor: Fraction };

/** The factor that one step of a tariff has for the inputs; nothing if the tariff does not provide for them. */
export const factorOf = (step: Step, tables: Tables, inputs: Inputs): Factor | undefined => {
  switch (step.do) {
    case 'value':
      return named(step.input, inputs[step.input], (value) => exact(value));
    case 'table':
      return named(step.table, inputs[step.input], (key) => entry(tables, step.table, key));
    case 'bands':
      return named(step.input, inputs[step.input], (value) => bandOf(step.bands, exact(value)));
    case 'expected-payout':
      return named(step.step, inputs[step.risk], (risk) => expectedPayout(step, tables, risk, inputs[step.plan]));
    case 'divide':
      return { step: step.step, factor: exact(step.by) };
  }
};

const named = (
  step: string,
  input: Inputs[string] | undefined,
  find: (input: string) => Fraction | undefined,
): Factor | undefined => {
  if (input === undefined) return undefined;
  const factor = find(String(input));
  return factor && { step, input: String(input), factor };
};

const entry = (tables: Tables, table: string, key: string): Fraction | undefined => {
  const text = tables[table]?.[key];
  return text === undefined ? undefined : exact(text);
};

/** Bands rise by their inclusive lower bounds; the last one that the value reaches is the one it falls into. */
const bandOf = (bands: readonly (readonly [string, string])[], value: Fraction): Fraction | undefined => {
  const reached = bands.findLast(([from]) => compare(value, exact(from)) >= 0);
  return reached && exact(reached[1]);
};

type Payouts = Extract<Step, { do: 'expected-payout' }>;

/**
 * Tiers replace each other and do not add, and the probability of two hours' delay includes that of four:
 * (p2 - p4) x b2 + p4 x b4 + pc x bc (catalogue 5.3).
 */
const expectedPayout = (step: Payouts, tables: Tables, risk: string, plan: Inputs[string] | undefined) => {
  let expected = whole(0);
  let longer = whole(0);
  for (const tier of [...step.delays].reverse().concat(step.cancelled)) {
    const probability = entry(tables, tier.probability, risk);
    const benefit = entry(tables, tier.benefit, String(plan));
    if (!probability || !benefit) return undefined;
    const alone = tier === step.cancelled ? probability : sub(probability, longer);
    expected = add(expected, mul(alone, benefit));
    longer = probability;
  }
  return expected;
};
