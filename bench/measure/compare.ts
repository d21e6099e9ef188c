import { type Contender, type Measured, startContender } from './contender.ts';
import { figuresOf, inRounds, timesIn } from './rounds.ts';

/** Processor time of one operation, and how many times the first contender's that is, round by round. */
export type Compared = {
  readonly name: string;
  readonly us: readonly number[];
  readonly times: readonly number[];
};

export type Effort = {
  /** How often everybody is started anew: no two processes of one program are compiled, and collect, alike. */
  readonly sittings: number;
  /** Of each sitting. */
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

const sit = async (contenders: readonly Contender[], effort: Effort): Promise<readonly Compared[]> => {
  const runs: { name: string; process: Measured; batch: number; from: number }[] = [];
  // One after the other: some are bundled as they start.
  for (const contender of contenders) {
    const process = await startContender(contender);
    runs.push({ name: contender.name, process, batch: 0, from: 0 });
  }
  try {
    for (const run of runs) run.batch = await batchOf(run.process, effort);
    const rounds = await inRounds(runs, effort, async (run) => {
      const us = (1000 * (await run.process.measure(run.from, run.batch))) / run.batch;
      run.from += run.batch;
      return us;
    });
    const itself = (us: number): number => us;
    const ours = runs[0]?.name ?? '';
    return runs.map(({ name }) => ({
      name,
      us: figuresOf(rounds, name, itself),
      times: timesIn(rounds, [name, ours], itself),
    }));
  } finally {
    for (const run of runs) run.process.stop();
  }
};

/**
 * Compares by processor time, in the rounds of several sittings. Each contender is a process of its own, as it would be
 * a function of its own. Name the first contender twice: that the two differ shows how much of a difference is chance.
 */
export const compare = async (contenders: readonly Contender[], effort: Effort): Promise<readonly Compared[]> => {
  const all: (readonly Compared[])[] = [];
  for (let sitting = 0; sitting < effort.sittings; sitting += 1)
    all.push(await sit(contenders, { ...effort, seed: effort.seed + sitting }));
  return contenders.map(({ name }, at) => ({
    name,
    us: all.flatMap((sitting) => sitting[at]?.us ?? []),
    times: all.flatMap((sitting) => sitting[at]?.times ?? []),
  }));
};
