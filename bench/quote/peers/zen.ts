import { ZenEngine } from '@gorules/zen-engine';
import type { Inputs } from '../../../domain/shared/form/schema.ts';
import { onceFor } from '../../../domain/shared/once-for.ts';
import { type Condition, type Found, factsOf, type Rows, rowsOf, type Tariff } from '../rows.ts';

const position = { x: 0, y: 0 };

/** A cell of a decision table, in zen's own language. */
const cell = (condition: Condition): string => {
  if ('is' in condition) return JSON.stringify(condition.is);
  return condition.below === undefined ? `>= ${condition.from}` : `[${condition.from}..${condition.below})`;
};

const inputsOf = ({ rows }: Rows): readonly string[] => (rows[0] ?? []).map(({ input }) => input);

const tableNode = (step: Rows) => ({
  ...{ id: step.id, name: step.id, type: 'decisionTableNode', position },
  content: {
    hitPolicy: 'first',
    inputs: inputsOf(step).map((input) => ({ id: input, name: input, field: input })),
    outputs: [{ id: 'row', name: 'row', field: step.id }],
    rules: step.rows.map((when, row) => ({
      _id: `row${row}`,
      ...Object.fromEntries(when.map((condition) => [condition.input, cell(condition)])),
      row: `${row}`,
    })),
  },
});

/** A tariff as a decision graph (JDM): a table for each step, side by side, between what is given and what is found. */
const graphOf = (steps: readonly Rows[]) => ({
  nodes: [
    { id: 'given', name: 'given', type: 'inputNode', position },
    ...steps.map(tableNode),
    { id: 'found', name: 'found', type: 'outputNode', position },
  ],
  edges: steps.flatMap(({ id }) => [
    { id: `to-${id}`, type: 'edge', sourceId: 'given', targetId: id },
    { id: `from-${id}`, type: 'edge', sourceId: id, targetId: 'found' },
  ]),
});

const engine = new ZenEngine();
const decisionOf = onceFor((tariff: Tariff) => engine.createDecision(graphOf(rowsOf(tariff))));

/** Looks a tariff up with GoRules' engine, which is native and is awaited. */
export const zenFinds = async (tariff: Tariff, inputs: Inputs): Promise<Found> =>
  (await decisionOf(tariff).evaluate(factsOf(tariff, inputs))).result;
