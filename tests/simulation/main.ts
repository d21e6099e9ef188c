import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { loadEntries } from '../../local/entries.ts';
import { deadParts, linesOf } from './report.ts';
import { replayEvery, runSeed } from './run-seed.ts';
import { runSeeds } from './run-seeds.ts';
import { shrink, storyOf } from './shrink.ts';

const help = `Simulates the whole platform under faults: one seed is one run, byte for byte.

  npm run simulate                          1,000 seeds of 30 commands
  npm run simulate -- --seeds N --first S   N seeds from S on
  npm run simulate -- --minutes M           as many as there is time for, at most N
  npm run simulate -- --commands C          C commands for each seed
  npm run simulate -- --first S --seeds 1   one seed; a failing one is told as its smallest story
`;

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '1000' },
    first: { type: 'string', default: '1' },
    minutes: { type: 'string', default: '600' },
    commands: { type: 'string', default: '30' },
    help: { type: 'boolean' },
  },
});

const numberIn = (name: 'seeds' | 'first' | 'minutes' | 'commands'): number => {
  const number = Number(values[name]);
  if (!(number > 0)) throw new Error(`--${name} is a number above zero.`);
  return number;
};

/** Tells the first failure as its smallest story. */
const tell = async (seed: number, commands: number): Promise<void> => {
  const plan = { entries: await loadEntries(), seed, commands, replay: seed % replayEvery === 0 };
  console.log(storyOf(await shrink(plan, await runSeed(plan))).join('\n'));
};

const main = async (): Promise<void> => {
  if (values.help === true) return console.log(help);
  const [seeds, first, minutes, commands] = (['seeds', 'first', 'minutes', 'commands'] as const).map(numberIn);
  const wish = { seeds: seeds ?? 1, first: first ?? 1, minutes: minutes ?? 1, commands: commands ?? 30 };
  const started = performance.now();
  const tally = await runSeeds({ ...wish, workers: Math.min(availableParallelism(), wish.seeds) });
  console.log(linesOf(tally, (performance.now() - started) / 1000).join('\n'));
  const { endpoints } = await loadEntries();
  const dead = deadParts(
    tally,
    endpoints.map(({ contract }) => contract.id),
  );
  for (const sentence of [...dead, ...tally.failures.map(({ seed, what }) => `seed ${seed}: ${what}`)].slice(0, 20))
    console.log(sentence);
  const [failure] = tally.failures;
  if (failure !== undefined) await tell(failure.seed, wish.commands);
  if (dead.length + tally.failures.length > 0) process.exitCode = 1;
};

main().catch((thrown: unknown) => {
  console.error(thrown);
  process.exitCode = 1;
});
