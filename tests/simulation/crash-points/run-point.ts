import type { Entries } from '../../../local/entries.ts';
import { bookOf, policiesIn } from '../book.ts';
import { checkBook } from '../checks.ts';
import type { Boundary, FaultKind } from '../faults.ts';
import { quiesce } from '../quiesce.ts';
import type { Task } from '../scheduler.ts';
import type { Violation } from '../violation.ts';
import type { Target } from './scenario.ts';
import { scenarios } from './scenarios.ts';
import { createStage, homeOf, type Stage } from './stage.ts';

/** Where it goes wrong: at which boundaries of the entry, and how; or a second one of it that comes in between. */
export type Point = {
  readonly faults?: ReadonlyMap<number, FaultKind>;
  /** After so many boundaries a duplicate comes, and runs to its end before the first goes on. */
  readonly duplicateAfter?: number;
};

export type PointResult = {
  readonly boundaries: readonly Boundary[];
  /** Whether every planned fault was reached. */
  readonly reached: boolean;
  readonly violations: readonly Violation[];
  /** The answer of a command, byte for byte. */
  readonly answer: string | undefined;
  /** What stands in the books at the end, without times and numbers of attempts. */
  readonly books: string;
};

const begin = async ({ simulation, driver }: Stage, id: string, target: Target): Promise<Task | undefined> => {
  if (target.kind === 'command') return driver.send(target.command);
  return target.kind === 'tick' ? simulation.tick(id) : simulation.bus.deliverTo(id);
};

const runTask = async ({ simulation }: Stage, task: Task | undefined, stepsMax = 1_000): Promise<void> => {
  for (let steps = 0; steps < stepsMax && task !== undefined; steps += 1)
    if (!(await simulation.scheduler.step(task))) return;
};

/** The entry once, with what is planned; a duplicate overtakes it where one is. */
const act = async (stage: Stage, id: string, target: Target, { duplicateAfter, faults }: Point): Promise<void> => {
  const { bus } = stage.simulation;
  if (duplicateAfter !== undefined && target.kind === 'delivery') bus.duplicateFor(id);
  stage.faults.arm();
  const first = await begin(stage, id, target);
  await runTask(stage, first, duplicateAfter);
  if (duplicateAfter !== undefined) await runTask(stage, await begin(stage, id, target));
  await runTask(stage, first);
  // The second of two faults may lie in the repetition: the client's retry, the next delivery, the next tick.
  if (faults !== undefined && Math.max(...faults.keys()) >= stage.faults.passed.length)
    await runTask(stage, await begin(stage, id, target));
  stage.faults.injector.heal();
};

/** Whatever the fault, the books come to the same: what everybody owns, owes and was paid. */
const booksOf = ({ simulation }: Stage): string => {
  const book = bookOf(simulation);
  const byId = policiesIn(book).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const policies = byId.map(({ id, state, claims }) => ({
    ...{ id, status: state.status, premium: state.premium, balances: state.balances, payments: state.payments },
    disbursements: state.disbursements.map(({ kind, amount, status }) => ({ kind, amount, status })),
    claims: claims.map(({ claimId, status, approved, paid, reserve }) => ({
      claimId,
      status,
      approved,
      paid,
      reserve,
    })),
  }));
  const others = book.chains
    .filter(({ kind }) => kind !== 'policy' && kind !== 'alert')
    .map(({ kind, id, state }) => [kind, id, Object(state).status ?? '']);
  return JSON.stringify([policies, others.toSorted()]);
};

/** Plays a scenario with what goes wrong at a point, then lets everything come to rest and checks everything. */
export const runPoint = async (entries: Entries, id: string, point: Point): Promise<PointResult> => {
  const scenario = scenarios[id];
  if (scenario === undefined) throw new Error(`${id} has no scenario in tests/simulation/crash-points.`);
  const stage = await createStage(entries, point.faults ?? new Map(), homeOf(id));
  const { simulation, driver, time, runOut, faults } = stage;
  const target = await scenario(stage);
  await act(stage, id, target, point);
  const boundaries = [...faults.passed];
  await runOut();
  await quiesce({ simulation, driver, time, runOut });
  const found = (await checkBook(simulation, driver)).flatMap(({ invariant, violations }) =>
    violations.map((what): Violation => ({ invariant, what })),
  );
  const planned = [...(point.faults ?? new Map<number, FaultKind>()).keys()];
  return {
    boundaries,
    reached: planned.every((at) => at < boundaries.length),
    violations: [...driver.violations, ...found],
    answer: target.kind === 'command' ? target.command.final?.text : undefined,
    books: booksOf(stage),
  };
};
