import { parentPort, workerData } from 'node:worker_threads';
import { aRun, runRequests } from './run.ts';

export type Work = {
  readonly seed: number;
  readonly operation: string | undefined;
  readonly first: number;
  readonly requests: number;
  readonly step: number;
};

// Refusals are thrown by the thousand; nobody reads where, and a bug's own line says it.
Error.stackTraceLimit = 4;

const { seed, operation, ...range } = workerData as Work;
const run = await aRun({ seed, operation });
const tally = await runRequests(run, range);
parentPort?.postMessage({ tally, pairs: run.pairs, operations: run.operations });
