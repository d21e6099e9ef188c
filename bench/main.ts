import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg } from 'node:os';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { tableText } from './print.ts';
import { type Kept, readResults } from './results.ts';
import type { Suite } from './suite.ts';
import { suites } from './suites.ts';

const usage = `npm run bench -- [suite …] [--quick] [--seed N] [--out FILE]
Suites: ${suites.map(({ name, about }) => `\n  ${name.padEnd(10)} ${about}`).join('')}`;

const machine = (): string => `${availableParallelism()} cores of ${cpus()[0]?.model ?? 'an unknown processor'}`;
const load = (): number => Math.round((loadavg()[0] ?? 0) * 100) / 100;

const runSuite = async (suite: Suite, settings: Parameters<Suite['run']>[0]): Promise<Kept> => {
  const before = load();
  const tables = await suite.run(settings);
  const where = { node: process.version, machine: machine(), load: [before, load()] } as const;
  return { at: new Date().toISOString(), effort: settings.effort, ...where, tables };
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    quick: { type: 'boolean', default: false },
    seed: { type: 'string', default: '1' },
    out: { type: 'string', default: '.build/bench.json' },
    help: { type: 'boolean', short: 'h', default: false },
  },
});
const chosen = positionals.map((name) => suites.find((suite) => suite.name === name));
if (values.help || chosen.includes(undefined)) {
  console.log(usage);
  process.exitCode = values.help ? 0 : 1;
} else {
  const settings = { effort: values.quick ? 'quick' : 'full', seed: Number(values.seed) } as const;
  const wanted = chosen.length === 0 ? suites : chosen.filter((suite) => suite !== undefined);
  const kept: Record<string, Kept> = { ...readResults(values.out) };
  mkdirSync(dirname(values.out), { recursive: true });
  for (const suite of wanted) {
    console.log(`\n── ${suite.name}: ${suite.about}`);
    const one = await runSuite(suite, settings);
    kept[suite.name] = one;
    console.log(one.tables.map(tableText).join('\n'));
    console.log(`\n  ${one.at}, Node ${one.node}, ${one.machine}, load ${one.load.join(' before, ')} after`);
    writeFileSync(values.out, `${JSON.stringify(kept, null, 2)}\n`);
  }
}
