import { type Contender, type Measured, startContender } from './contender.ts';
import { median, seeded, shuffled } from './statistics.ts';

/** Microseconds of processor time for one operation, and how many times the first contender's that is. */
export type Compared = {
  readonly name: string;
  readonly median: number;
  readonly least: number;
  readonly times: number;
};

export type Effort = {
  readonly rounds: number;
  /** Processor time of one batch, and of the operations before the first, in milliseconds. */
  readonly batchMs: number;
  readonly warmMs: number;
  readonly seed: number;
};

/** How many operations fill a batch, once the contender is warm: what runs often has been compiled by then. */
const batchOf = async ({ measure }: Measured, { batchMs, warmMs }: Effort): Promise<number> => {
  let count = 1;
  for (let spent = 0; ; ) {
    const ms = await measure(0, count);
    spent += ms;
    const wanted = Math.max(1, Math.round((count * batchMs) / Math.max(ms, 0.001)));
    if (spent >= warmMs) return wanted;
    count = Math.min(wanted, count * 8);
  }
};

/**
 * Compares by processor time. Each contender is a process of its own, as it would be a function of its own; every round
 * measures each of them once, in an order of its own, and ratios are taken inside a round, for a machine that others
 * share is faster in one minute than in the next. Name the first contender twice: what the two differ by is what the
 * other numbers may be wrong by.
 */
export const compare = async (contenders: readonly Contender[], effort: Effort): Promise<readonly Compared[]> => {
  const random = seeded(effort.seed);
  const runs: { name: string; process: Measured; batch: number; from: number; us: number[] }[] = [];
  // One after the other: some are bundled as they start.
  for (const contender of contenders) {
    const process = await startContender(contender);
    runs.push({ name: contender.name, process, batch: 0, from: 0, us: [] });
  }
  try {
    for (const run of runs) run.batch = await batchOf(run.process, effort);
    for (let round = 0; round < effort.rounds; round += 1) {
      for (const run of shuffled(runs, random)) {
        run.us.push((1000 * (await run.process.measure(run.from, run.batch))) / run.batch);
        run.from += run.batch;
      }
    }
  } finally {
    for (const run of runs) run.process.stop();
  }
  const ours = runs[0]?.us ?? [];
  return runs.map(({ name, us }) => ({
    name,
    median: median(us),
    least: Math.min(...us),
    times: median(us.map((one, round) => one / (ours[round] ?? Number.NaN))),
  }));
};
