import { median, seeded, shuffled } from './statistics.ts';

/** Somebody who does the task: once for each number, counted upwards. */
export type Contender = { readonly name: string; readonly run: (at: number) => unknown };

/** Microseconds of processor time for one operation, and how many times the first contender's that is. */
export type Compared = {
  readonly name: string;
  readonly median: number;
  readonly least: number;
  readonly times: number;
};

export type Effort = { readonly rounds: number; readonly batchMs: number; readonly seed: number };

const cpuMs = (since?: NodeJS.CpuUsage): number => {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1000;
};

/** Processor time of `count` operations, in milliseconds, of all threads: native code counts as well. */
const spent = async ({ run }: Contender, from: number, count: number): Promise<number> => {
  const before = process.cpuUsage();
  for (let at = from; at < from + count; at += 1) {
    const result = run(at);
    // Who answers at once is not made to wait: awaiting costs as much as some of what is measured.
    if (result instanceof Promise) await result;
  }
  return cpuMs(before);
};

/** How many operations fill a batch. Trying it out warms the contender up as well. */
const batchOf = async (contender: Contender, batchMs: number): Promise<number> => {
  let count = 1;
  for (;;) {
    const ms = await spent(contender, 0, count);
    if (ms >= batchMs / 2) return Math.max(1, Math.round((count * batchMs) / ms));
    count = Math.ceil(count * (ms < batchMs / 20 ? 8 : 2));
  }
};

const collectGarbage = (): void => globalThis.gc?.();

/**
 * Compares by processor time: every round measures each contender once, in an order of its own, and ratios are taken
 * inside a round, for a machine that others share is faster in one minute than in the next. Name the first contender
 * twice: what the two differ by is what the other numbers may be wrong by.
 */
export const compare = async (contenders: readonly Contender[], effort: Effort): Promise<readonly Compared[]> => {
  const random = seeded(effort.seed);
  const runs = contenders.map((contender) => ({ contender, batch: 0, from: 0, us: [] as number[] }));
  for (const run of runs) run.batch = await batchOf(run.contender, effort.batchMs);
  for (let round = 0; round < effort.rounds; round += 1) {
    for (const run of shuffled(runs, random)) {
      collectGarbage();
      run.us.push((1000 * (await spent(run.contender, run.from, run.batch))) / run.batch);
      run.from += run.batch;
    }
  }
  const ours = runs[0]?.us ?? [];
  return runs.map(({ contender, us }) => ({
    name: contender.name,
    median: median(us),
    least: Math.min(...us),
    times: median(us.map((one, round) => one / (ours[round] ?? Number.NaN))),
  }));
};
