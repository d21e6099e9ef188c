import type { QuotableProduct } from '../products/quotable/schema.ts';
import { add, compare, div, exact, type Fraction, mul, readable, reduced, sub, whole } from '../shared/exact.ts';
import type { Inputs } from '../shared/form/schema.ts';

type Step = QuotableProduct['rating']['steps'][number];
type Tables = QuotableProduct['tables'];
type Input = Inputs[string];

/**
 * What one step of a tariff contributes: its name, the input that chose it, the figure as people read it, and what the
 * running value is multiplied by (for a divisor, its inverse).
 */
export type Factor = {
  readonly step: string;
  readonly input?: Input;
  readonly figure: string;
  readonly times: Fraction;
};

/** Finds the factor that a step has for the inputs; nothing if the tariff does not provide for them. */
export type FindFactor = (inputs: Inputs) => Factor | undefined;

/** Reads a step of a tariff, so that its figures are read once and not for every quote. */
export const factorOf = (step: Step, tables: Tables): FindFactor => {
  switch (step.do) {
    case 'value':
      return choosing(step.input, (input) => valued(step.input, input));
    case 'table':
      return choosing(step.input, entriesOf(step.table, tables[step.table] ?? {}));
    case 'bands':
      return choosing(step.input, bandOf(step));
    case 'expected-payout':
      return expectedPayout(step, tables);
    case 'divide': {
      const divisor = filed(step.by);
      const found = { step: step.step, figure: readable(divisor), times: div(whole(1), divisor) };
      return () => found;
    }
  }
};

/** A figure that stands in the tariff. */
const filed = (decimal: string): Fraction => reduced(exact(decimal));

const factor = (step: string, input: Input, times: Fraction): Factor => ({
  step,
  input,
  figure: readable(times),
  times,
});

const choosing =
  (name: string, find: (input: Input) => Factor | undefined): FindFactor =>
  (inputs) => {
    const input = inputs[name];
    return input === undefined ? undefined : find(input);
  };

/** An amount is a whole number, whose text is its figure; anything else is a decimal in text. */
const valued = (step: string, input: Input): Factor =>
  typeof input === 'number'
    ? { step, input, figure: String(input), times: whole(input) }
    : factor(step, input, exact(String(input)));

const entriesOf = (step: string, table: Readonly<Record<string, string>>) => {
  const entries = Object.entries(table).map(([input, text]) => [input, factor(step, input, filed(text))] as const);
  const found = new Map(entries);
  return (input: Input): Factor | undefined => found.get(typeof input === 'string' ? input : String(input));
};

/** Bands rise by their inclusive lower bounds; the highest one that the value reaches is the one it falls into. */
const bandOf = ({ input: step, bands }: Extract<Step, { do: 'bands' }>) => {
  const fromTop = bands.toReversed().map(([from, text]) => {
    const times = filed(text);
    return { from: exact(from), least: Number(from), figure: readable(times), times };
  });
  const reachedBy = (input: Input) => {
    // A whole number is compared as it is: a double tells it from every bound, and a decimal it does not.
    if (typeof input === 'number') return fromTop.find(({ least }) => input >= least);
    const value = exact(String(input));
    return fromTop.find(({ from }) => compare(value, from) >= 0);
  };
  return (input: Input): Factor | undefined => {
    const reached = reachedBy(input);
    return reached && { step, input, figure: reached.figure, times: reached.times };
  };
};

type Payouts = Extract<Step, { do: 'expected-payout' }>;

/**
 * Tiers replace each other and do not add, and the probability of two hours' delay includes that of four:
 * (p2 - p4) x b2 + p4 x b4 + pc x bc (catalogue 5.3).
 */
const expectedPayout =
  (step: Payouts, tables: Tables): FindFactor =>
  (inputs) => {
    const risk = inputs[step.risk];
    let expected = whole(0);
    let longer = whole(0);
    for (const tier of [...step.delays].reverse().concat(step.cancelled)) {
      const probability = entry(tables, tier.probability, risk);
      const benefit = entry(tables, tier.benefit, inputs[step.plan]);
      if (!probability || !benefit) return undefined;
      const alone = tier === step.cancelled ? probability : sub(probability, longer);
      expected = add(expected, mul(alone, benefit));
      longer = probability;
    }
    return risk === undefined ? undefined : factor(step.step, risk, expected);
  };

const entry = (tables: Tables, table: string, key: Inputs[string] | undefined): Fraction | undefined => {
  const text = tables[table]?.[String(key)];
  return text === undefined ? undefined : exact(text);
};
