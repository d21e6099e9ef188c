import { spawn } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stepsOf } from '../../local/steps.mjs';
import { readable } from '../print.ts';
import type { Row, Settings, Suite, Table } from '../suite.ts';
import { testRows } from './report.ts';
import { starts } from './start.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

type Ran = { readonly seconds: number; readonly code: number | null; readonly said: string };

const run = async (program: string, args: readonly string[], cwd: string, env: NodeJS.ProcessEnv): Promise<Ran> => {
  const began = performance.now();
  const child = spawn(program, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      said = `${said}${chunk}`.slice(-4_000);
    });
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { seconds: (performance.now() - began) / 1000, code, said };
};

/** `npm ci` in a folder that has only what it reads, with whatever npm has kept of the packages. */
const install = async (): Promise<Row> => {
  const folder = await mkdtemp(join(tmpdir(), 'bindery-bench-install-'));
  try {
    for (const name of ['package.json', 'package-lock.json', 'sdk/package.json']) {
      await mkdir(dirname(join(folder, name)), { recursive: true });
      await copyFile(join(root, name), join(folder, name));
    }
    const { seconds, code, said } = await run('npm', ['ci', '--no-audit', '--no-fund'], folder, {});
    if (code !== 0) throw new Error(`npm ci failed: ${said}`);
    return { what: 'npm ci in a clean clone', figures: { 'serves, s (wall)': seconds } };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

const start = async ({ effort }: Settings): Promise<Table> => ({
  title: 'npm start: from the process to the first quote',
  rows: [...(effort === 'full' ? [await install()] : []), ...(await starts(effort === 'full' ? 9 : 1))],
  notes: [
    'Medians. Processor time is that of the platform until its first quote was answered; the engine is not counted.',
    '`npm ci` depends on the network and on what npm has kept; the launcher itself takes some 0.1 s more.',
  ],
});

type Timed = { readonly name: string; readonly seconds: number };

/** The steps of `npm run check`, each to its end; the tests leave a report behind of what each file took. */
const check = async (report: string): Promise<readonly Timed[]> => {
  const cache = { NODE_COMPILE_CACHE: join(root, '.build', 'compile-cache') };
  const timed: Timed[] = [];
  for (const { name, args, env = {} } of stepsOf.check) {
    // The default reporter as well: what failed is told by it alone.
    const reporting = name === 'tests' ? ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`] : [];
    const { seconds, code, said } = await run(process.execPath, [...args, ...reporting], root, { ...cache, ...env });
    if (code !== 0) throw new Error(`The step "${name}" of the check failed, so its time says nothing: ${said}`);
    timed.push({ name, seconds });
  }
  return timed;
};

const stepTable = (timed: readonly Timed[]): Table => {
  const total = timed.reduce((sum, { seconds }) => sum + seconds, 0);
  const row = (what: string, seconds: number): Row => ({
    what,
    figures: { 's (wall)': seconds, '% of all': (100 * seconds) / total },
  });
  return {
    title: 'npm run check, by step',
    rows: [...timed.map(({ name, seconds }) => row(name, seconds)), row('all', total)],
    goals: [
      {
        what: 'npm run check',
        ...{ is: total / 60, goal: 20, better: 'less', unit: 'minutes' },
        headline: { question: 'the whole check, wall time', ours: `${readable(total / 60)} minutes`, theirs: '' },
      },
    ],
  };
};

const checked = async (): Promise<readonly Table[]> => {
  const folder = await mkdtemp(join(tmpdir(), 'bindery-bench-check-'));
  try {
    const report = join(folder, 'tests.json');
    const timed = await check(report);
    const tests: Table = {
      title: 'npm test, by project and the fifteen slowest files',
      rows: testRows(JSON.parse(await readFile(report, 'utf8')), root),
      notes: ['Seconds that files took in their workers, of which two run at once: half of the sum passes by.'],
    };
    return [stepTable(timed), tests];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

export const suite: Suite = {
  name: 'times',
  first: true,
  about: 'how long npm start, npm test and npm run check take, and where the time goes',
  run: async (settings) => [await start(settings), ...(settings.effort === 'full' ? await checked() : [])],
};
