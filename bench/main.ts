import { mkdirSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { tableText } from './print.ts';
import { type Kept, readResults } from './results.ts';
import { noiseMax, type Suite } from './suite.ts';
import { suites } from './suites.ts';
import { where } from './where.ts';

const usage = `npm run bench -- [suite …] [--seed N] [--quick | --out FILE]
Suites: ${suites.map(({ name, about }) => `\n  ${name.padEnd(10)} ${about}`).join('')}`;

const load = (): number => Math.round((loadavg()[0] ?? 0) * 100) / 100;
const here = where();

const runSuite = async (suite: Suite, settings: Parameters<Suite['run']>[0]): Promise<Kept> => {
  const before = load();
  const tables = await suite.run(settings);
  const { seed } = settings;
  return { at: new Date().toISOString(), ...here, seed, load: [before, load()], tables };
};

/** Keeps a run, unless it was a quick one or a machine too noisy to be believed. */
const keep = (file: string, name: string, run: Kept): void => {
  const noisy = run.tables.filter(({ noise = 0 }) => noise > noiseMax);
  if (noisy.length > 0) {
    console.error(`\n  Not kept, for it is too noisy: ${noisy.map(({ title }) => title).join('; ')}`);
    process.exitCode = 1;
    return;
  }
  mkdirSync(dirname(file), { recursive: true });
  const kept = { ...readResults(file), [name]: run };
  const inOrder = suites.flatMap((suite) => (suite.name in kept ? [[suite.name, kept[suite.name]]] : []));
  writeFileSync(file, `${JSON.stringify(Object.fromEntries(inOrder), null, 2)}\n`);
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    quick: { type: 'boolean', default: false },
    seed: { type: 'string', default: '1' },
    out: { type: 'string' },
    help: { type: 'boolean', short: 'h', default: false },
  },
});
const chosen = positionals.map((name) => suites.find((suite) => suite.name === name));
// What is kept is published, and a quick run has too few rounds for that.
const isWrong = chosen.includes(undefined) || (values.quick && values.out !== undefined);
if (values.help || isWrong) {
  console.log(usage);
  process.exitCode = isWrong ? 1 : 0;
} else {
  const settings = { effort: values.quick ? 'quick' : 'full', seed: Number(values.seed) } as const;
  const wanted = chosen.length === 0 ? suites : chosen.filter((suite) => suite !== undefined);
  for (const suite of wanted.toSorted(({ first: a = false }, { first: b = false }) => Number(b) - Number(a))) {
    console.log(`\n── ${suite.name}: ${suite.about}`);
    const run = await runSuite(suite, settings);
    console.log(run.tables.map(tableText).join('\n'));
    console.log(`\n  ${run.at}, Node ${run.node}, ${run.machine}, load ${run.load.join(' before, ')} after`);
    if (settings.effort === 'full') keep(values.out ?? '.build/bench.json', suite.name, run);
  }
}
