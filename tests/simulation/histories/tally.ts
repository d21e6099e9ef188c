import { explain } from './checker.ts';
import { policyModel } from './model.ts';
import { isRefusal, isWrite, type Operation } from './operation.ts';
import type { History } from './run-history.ts';
import { storyOf } from './story.ts';
import { codeOf, policySeen } from './words.ts';

/** What many histories came to: everything is counted, so that a run which tried nothing shows. */
export type Tally = {
  histories: number;
  operations: number;
  /** Histories in which two operations overlapped that both changed something. */
  overlapping: number;
  /** Histories that the order of the first requests does not explain. */
  reordered: number;
  /** Operations that needed more than one request. */
  repeated: number;
  readonly refusals: Map<string, number>;
  /** What was wanted and done. */
  readonly effects: Map<string, number>;
  readonly faults: Map<string, number>;
  readonly unexplained: string[];
  /** Histories that are still explained when their last read says something else. */
  readonly credulous: number[];
};

export const emptyTally = (): Tally => ({
  ...{ histories: 0, operations: 0, overlapping: 0, reordered: 0, repeated: 0 },
  ...{ refusals: new Map(), effects: new Map(), faults: new Map(), unexplained: [], credulous: [] },
});

const add = (counts: Map<string, number>, name: string, more = 1): void => {
  counts.set(name, (counts.get(name) ?? 0) + more);
};

const overlap = (operations: readonly Operation[]): boolean => {
  const writes = operations.filter((one) => isWrite(one) && !isRefusal(one));
  return writes.some((one, at) =>
    writes.slice(at + 1).some((other) => one.called < other.answered && other.called < one.answered),
  );
};

/** The same history, but its last read shows a policy that never was. */
const turnedAround = (operations: readonly Operation[]): readonly Operation[] => {
  const nowhere = { status: 'pending', premium: 'refunded', from: undefined, milestones: {}, claims: 0, refunds: 9 };
  return operations.map((one, at) => (at === operations.length - 1 ? { ...one, told: policySeen(nowhere) } : one));
};

const isInOrder = (order: readonly Operation[]): boolean =>
  order.every((one, at) => at === 0 || (order[at - 1]?.called ?? 0) < one.called);

/** Explains a history, and notes what was in it. */
export const addHistory = (tally: Tally, history: History): void => {
  const { operations, world, start, faults, seed } = history;
  const model = policyModel(world, start);
  const explanation = explain(operations, model);
  if (!explanation.explained) tally.unexplained.push(storyOf(history, explanation).join('\n'));
  if (explain(turnedAround(operations), model).explained) tally.credulous.push(seed);
  tally.histories += 1;
  tally.operations += operations.length;
  if (overlap(operations)) tally.overlapping += 1;
  if (!isInOrder(explanation.order)) tally.reordered += 1;
  for (const { told, asked, attempts } of operations) {
    const code = codeOf(told);
    if (code === undefined) add(tally.effects, asked.wants);
    else add(tally.refusals, code);
    if (attempts > 1) tally.repeated += 1;
  }
  for (const [name, count] of faults) add(tally.faults, name, count);
};

/** The tally in a few lines. */
export const linesOf = (tally: Tally): readonly string[] => {
  const { histories, operations, overlapping, reordered, repeated, refusals, effects, faults } = tally;
  const listed = (counts: ReadonlyMap<string, number>): string =>
    [...counts]
      .toSorted(([a], [b]) => a.localeCompare(b))
      .map(([name, count]) => `${name} ${count}`)
      .join(', ');
  return [
    `histories ${histories}, operations ${operations}, with overlapping writes ${overlapping}, ` +
      `reordered ${reordered}, repeated operations ${repeated}, unexplained ${tally.unexplained.length}`,
    `done: ${listed(effects)}`,
    `refused: ${listed(refusals)}`,
    `faults: ${listed(faults)}`,
  ];
};
