import { Worker } from 'node:worker_threads';
import { addTally, emptyTally, type Tally } from './report.ts';
import type { Work } from './worker.ts';

export type Seeds = {
  readonly first: number;
  readonly seeds: number;
  readonly commands: number;
  readonly minutes: number;
  readonly workers: number;
  readonly stopEarly?: boolean;
};

const inWorker = (work: Work): Promise<Tally> =>
  new Promise((resolve, reject) => {
    // A seed makes much that lives for a moment: with more room for it, less of the time goes into clearing up.
    const resourceLimits = { maxYoungGenerationSizeMb: 128 };
    const worker = new Worker(new URL('worker.ts', import.meta.url), { workerData: work, resourceLimits });
    worker.once('message', resolve);
    worker.once('error', reject);
  });

/** Runs seeds on several threads; which thread runs which seed changes nothing about the seed. */
export const runSeeds = async (wish: Seeds): Promise<Tally> => {
  const { first, seeds, commands, minutes, workers, stopEarly = false } = wish;
  const until = Date.now() + minutes * 60_000;
  const parts = Array.from({ length: workers }, (_, at): Work => {
    const share = Math.ceil((seeds - at) / workers);
    return { ...{ commands, until, stopEarly, step: workers }, first: first + at, seeds: share };
  });
  const tally = emptyTally();
  for (const part of await Promise.all(parts.filter((one) => one.seeds > 0).map(inWorker))) addTally(tally, part);
  return tally;
};
