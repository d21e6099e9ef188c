import { parentPort, workerData } from 'node:worker_threads';
import { loadEntries } from '../../local/entries.ts';
import { addSeed, emptyTally } from './report.ts';
import { replayEvery, runSeed } from './run-seed.ts';

export type Work = {
  readonly first: number;
  readonly seeds: number;
  readonly step: number;
  readonly commands: number;
  readonly until: number;
  /** Ends at the first failure. */
  readonly stopEarly: boolean;
};

// Refusals and injected faults are thrown by the hundred; nobody reads where.
Error.stackTraceLimit = 0;

const { first, seeds, step, commands, until, stopEarly } = workerData as Work;
const entries = await loadEntries();
const tally = emptyTally();
for (let seed = first; seed < first + seeds * step && Date.now() < until; seed += step) {
  addSeed(tally, await runSeed({ entries, seed, commands, replay: seed % replayEvery === 0 }));
  if (stopEarly && tally.failures.length > 0) break;
}
parentPort?.postMessage(tally);
