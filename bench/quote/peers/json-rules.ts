import { type ConditionProperties, Engine, type RuleProperties } from 'json-rules-engine';
import type { Inputs } from '../../../domain/shared/form/schema.ts';
import { onceFor } from '../../../domain/shared/once-for.ts';
import { type Condition, type Found, factsOf, rowsOf, type Tariff } from '../rows.ts';

const conditionsOf = (condition: Condition): readonly ConditionProperties[] => {
  const { input: fact } = condition;
  if ('is' in condition) return [{ fact, operator: 'equal', value: condition.is }];
  const { from, below } = condition;
  return [
    { fact, operator: 'greaterThanInclusive', value: Number(from) },
    ...(below === undefined ? [] : [{ fact, operator: 'lessThan', value: Number(below) }]),
  ];
};

/** One rule for each row of each step; its event names the row. */
const rulesOf = (tariff: Tariff): readonly RuleProperties[] =>
  rowsOf(tariff).flatMap(({ id, rows }) =>
    rows.map((when, row) => ({
      conditions: { all: when.flatMap(conditionsOf) },
      event: { type: 'applies', params: { id, row } },
    })),
  );

const engineOf = onceFor((tariff: Tariff) => new Engine([...rulesOf(tariff)], { allowUndefinedFacts: true }));

/** Looks a tariff up with json-rules-engine. */
export const jsonRulesFind = async (tariff: Tariff, inputs: Inputs): Promise<Found> => {
  const { events } = await engineOf(tariff).run(factsOf(tariff, inputs));
  return Object.fromEntries(events.map(({ params }) => [params?.['id'], params?.['row']]));
};
