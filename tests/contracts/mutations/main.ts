import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { mutators } from './mutators/all.ts';
import { aRun, runRequests } from './run.ts';
import { addTally, deadParts, emptyTally, linesOf, storyOf, type Tally } from './tally.ts';
import type { Work } from './worker.ts';

const help = `Changes requests that are as they should be, in hostile ways, and looks at every answer and every write.

  npm run mutate                              50,000 requests of seed 1
  npm run mutate -- --requests N --first F    N requests from number F on
  npm run mutate -- --seed S                  in another order, with other choices
  npm run mutate -- --operation bindPolicy    requests of one operation alone
  npm run mutate -- --only I                  request number I alone, with its answer
  npm run mutate -- --list                    every mutator, in a sentence
`;

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    requests: { type: 'string', default: '50000' },
    first: { type: 'string', default: '0' },
    only: { type: 'string' },
    operation: { type: 'string' },
    list: { type: 'boolean' },
    help: { type: 'boolean' },
  },
});

const numberIn = (name: 'seed' | 'requests' | 'first' | 'only'): number => {
  const number = Number(values[name]);
  if (!Number.isSafeInteger(number) || number < 0) throw new Error(`--${name} is a whole number.`);
  return number;
};

type Part = { readonly tally: Tally; readonly pairs: number; readonly operations: readonly string[] };

const inWorker = (work: Work): Promise<Part> =>
  new Promise((resolve, reject) => {
    const resourceLimits = { maxYoungGenerationSizeMb: 128 };
    const worker = new Worker(new URL('worker.ts', import.meta.url), { workerData: work, resourceLimits });
    worker.once('message', resolve);
    worker.once('error', reject);
  });

/** Which thread asks which request changes nothing about the request. */
const runAll = async (seed: number, first: number, requests: number): Promise<Part> => {
  const workers = Math.min(availableParallelism(), requests, 8);
  const works = Array.from({ length: workers }, (_none, at): Work => {
    const share = Math.ceil((requests - at) / workers);
    return { seed, operation: values.operation, first: first + at, requests: share, step: workers };
  });
  const tally = emptyTally();
  const parts = await Promise.all(works.map(inWorker));
  for (const part of parts) addTally(tally, part.tally);
  return { tally, pairs: parts[0]?.pairs ?? 0, operations: parts[0]?.operations ?? [] };
};

const tellOne = async (seed: number, number: number): Promise<void> => {
  const run = await aRun({ seed, operation: values.operation });
  const { findings } = await runRequests(run, { first: number, requests: 1 });
  console.log([...(await run.tell(number)), ...findings.map(storyOf)].join('\n'));
  if (findings.length > 0) process.exitCode = 1;
};

const main = async (): Promise<void> => {
  if (values.help === true) return console.log(help);
  if (values.list === true) return console.log(mutators.map(({ id, on, says }) => `${id}: ${on}: ${says}`).join('\n'));
  const seed = numberIn('seed');
  if (values.only !== undefined) return tellOne(seed, numberIn('only'));
  const started = performance.now();
  const { tally, pairs, operations } = await runAll(seed, numberIn('first'), numberIn('requests'));
  console.log(linesOf(tally, pairs, (performance.now() - started) / 1000).join('\n'));
  const ids = mutators.map(({ id }) => id);
  const dead = values.operation === undefined ? deadParts(tally, ids, operations) : [];
  for (const sentence of [...tally.findings.map(storyOf), ...dead].slice(0, 40)) {
    console.log(sentence);
    process.exitCode = 1;
  }
};

main().catch((thrown: unknown) => {
  console.error(thrown);
  process.exitCode = 1;
});
