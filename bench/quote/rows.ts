import type { QuotableProduct } from '../../domain/products/quotable/schema.ts';
import { type Factor, factorOf } from '../../domain/quoting/factor-of.ts';
import type { Inputs } from '../../domain/shared/form/schema.ts';
import { onceFor } from '../../domain/shared/once-for.ts';

export type Tariff = Pick<QuotableProduct, 'rating' | 'tables'>;
type Step = Tariff['rating']['steps'][number];

/** What an input has to be for a row to apply: one text, or a number from a bound to below the next. */
export type Condition = { readonly input: string } & (
  | { readonly is: string }
  | { readonly from: string; readonly below: string | undefined }
);

/** A step of a tariff as rule engines know it: rows with conditions, of which one applies. */
export type Rows = { readonly id: string; readonly rows: readonly (readonly Condition[])[] };

/** Which row of which step an engine found; nothing where none applies. */
export type Found = Readonly<Record<string, number | undefined>>;

type Known = { readonly when: readonly Condition[]; readonly factor: Factor };

const knownBy = (step: Step, tables: Tariff['tables'], inputs: Inputs, when: readonly Condition[]): Known[] => {
  const factor = factorOf(step, tables)(inputs);
  return factor === undefined ? [] : [{ when, factor }];
};

const knownRows = (step: Step, tables: Tariff['tables']): readonly Known[] | undefined => {
  const keysOf = (table: string | undefined): readonly string[] => Object.keys(tables[table ?? ''] ?? {});
  switch (step.do) {
    case 'table':
      return keysOf(step.table).flatMap((is) =>
        knownBy(step, tables, { [step.input]: is }, [{ input: step.input, is }]),
      );
    case 'bands':
      return step.bands.flatMap(([from], at) =>
        knownBy(step, tables, { [step.input]: from }, [{ input: step.input, from, below: step.bands[at + 1]?.[0] }]),
      );
    case 'expected-payout':
      return keysOf(step.cancelled.probability).flatMap((risk) =>
        keysOf(step.cancelled.benefit).flatMap((plan) =>
          knownBy(step, tables, { [step.risk]: risk, [step.plan]: plan }, [
            { input: step.risk, is: risk },
            { input: step.plan, is: plan },
          ]),
        ),
      );
    default:
      return undefined;
  }
};

const stepsOf = onceFor(({ rating, tables }: Tariff) =>
  rating.steps.map((step, at) => ({
    id: `step${at}`,
    step,
    find: factorOf(step, tables),
    known: knownRows(step, tables),
  })),
);

/** Everything that a tariff looks up, as data from which each engine's own rules are made. */
export const rowsOf = (tariff: Tariff): readonly Rows[] =>
  stepsOf(tariff).flatMap(({ id, known }) =>
    known === undefined ? [] : [{ id, rows: known.map(({ when }) => when) }],
  );

/** The inputs as engines compare them: texts by tables, and by bands numbers, for they have no exact decimals. */
export const factsOf = ({ rating }: Tariff, inputs: Inputs): Inputs => {
  const facts = { ...inputs };
  for (const step of rating.steps) {
    const value = 'input' in step ? inputs[step.input] : undefined;
    if (!('input' in step) || value === undefined) continue;
    if (step.do === 'bands') facts[step.input] = Number(value);
    if (step.do === 'table') facts[step.input] = String(value);
  }
  return facts;
};

/**
 * The factors of a tariff in which an engine has looked up. The figures were read once, as ours are; undefined where
 * the engine found no row.
 */
export const factorsOf = (tariff: Tariff, inputs: Inputs, found: Found): readonly Factor[] | undefined => {
  const factors: Factor[] = [];
  for (const { id, step, find, known } of stepsOf(tariff)) {
    const factor = known === undefined ? find(inputs) : known[found[id] ?? -1]?.factor;
    if (factor === undefined) return undefined;
    const input = step.do === 'bands' ? inputs[step.input] : undefined;
    factors.push(input === undefined ? factor : { ...factor, input });
  }
  return factors;
};
