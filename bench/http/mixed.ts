import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LoadRun, runLoad } from '../../local/load/run.ts';
import { median } from '../measure/statistics.ts';
import { readable } from '../print.ts';
import type { Row, Settings, Table } from '../suite.ts';

const efforts = {
  full: { seconds: 60, clients: 8, runs: 3, isShort: false },
  quick: { seconds: 3, clients: 4, runs: 1, isShort: true },
} as const;

/** What the goals of the load are about (docs/operations/load.md). */
const commands = ['bindPolicy', 'confirmIntent', 'reportClaim'];

type Wish = { readonly seconds: number; readonly clients: number; readonly isShort: boolean };

/** One run over a new folder; a book that does not hold afterwards was not a measurement. */
const load = async (seed: string, wish: Wish): Promise<LoadRun> => {
  const folder = await mkdtemp(join(tmpdir(), 'bindery-bench-load-'));
  try {
    const run = await runLoad({ seconds: wish.seconds, clients: wish.clients, seed, kills: 0, burst: false }, folder);
    // A few seconds leave some checks with nothing to look at, which they take for a finding.
    const found = run.results.filter(({ looked, findings }) => findings.length > 0 && (looked > 0 || !wish.isShort));
    if (found.length > 0) throw new Error(`The book does not hold: ${found.map(({ check }) => check).join(', ')}.`);
    return run;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

const asked = ({ traffic }: LoadRun): number =>
  traffic.kinds.reduce((sum, { acknowledged, refused }) => sum + acknowledged + refused, 0);

const sum = (run: LoadRun, kinds?: readonly string[]): number =>
  run.traffic.kinds.filter(({ kind }) => kinds?.includes(kind) ?? true).reduce((all, one) => all + one.perSecond, 0);

const rowsOf = (runs: readonly LoadRun[]): readonly Row[] => {
  const kinds = [...new Set(runs.flatMap(({ traffic }) => traffic.kinds.map(({ kind }) => kind)))].toSorted();
  return kinds.map((kind) => {
    const found = runs.flatMap(({ traffic }) => traffic.kinds.filter((one) => one.kind === kind));
    const middle = (of: 'perSecond' | 'p50' | 'p99') => median(found.map((one) => one[of]));
    return {
      what: kind,
      figures: {
        'a second (wall)': middle('perSecond'),
        'p50 ms (wall)': middle('p50'),
        'p99 ms (wall)': middle('p99'),
      },
    };
  });
};

const processorRow = (runs: readonly LoadRun[], part: 'platform' | 'engine'): Row => {
  const ms = runs.flatMap((run) => (run.processorMs === undefined ? [] : [run.processorMs[part] / asked(run)]));
  return { what: `CPU of the ${part}`, figures: { 'CPU ms/request': ms.length === 0 ? 'not told' : median(ms) } };
};

/** The simulator's commands as shops send them, on the native engine, until everything that follows is done. */
export const mixedLoad = async ({ effort, seed }: Settings): Promise<Table> => {
  const { runs: count, ...wish } = efforts[effort];
  const runs: LoadRun[] = [];
  for (let at = 0; at < count; at += 1) runs.push(await load(`bench-${seed}-${at}`, wish));
  const wall = median(runs.map((run) => sum(run)));
  const done = median(runs.map((run) => sum(run, commands)));
  const slowest = (wanted: string): number =>
    median(runs.map(({ traffic }) => traffic.kinds.find(({ kind }) => kind === wanted)?.p99 ?? Number.NaN));
  return {
    title: `A mixed load of ${wish.clients} shops: quote, register, bind, pay, report, claim, cancel, read`,
    rows: [
      ...rowsOf(runs),
      { what: 'all', figures: { 'a second (wall)': wall } },
      processorRow(runs, 'platform'),
      processorRow(runs, 'engine'),
    ],
    goals: [
      {
        what: 'binds, payments and claims of npm start',
        ...{ is: done, goal: 100, better: 'more', unit: 'commands/s' },
        headline: {
          question: '`npm start` under a mixed load, binds, payments and claims a second (wall)',
          ...{ ours: `${readable(done)}/s`, theirs: '' },
        },
      },
      {
        what: 'the slowest p99 among them',
        ...{ is: Math.max(...commands.map(slowest)), goal: 250, better: 'less', unit: 'ms' },
      },
    ],
    notes: [
      `${count === 1 ? 'One run' : `Medians of ${count} runs`} of ${wish.seconds} s; the shops ask one request after ` +
        'another from the same cores, with limits a hundred times those that are published.',
      'Processor time is that of the whole platform, with what follows from a request: webhooks, audit, payouts.',
      'Afterwards the book was audited as `npm run load` does, and it held.',
    ],
  };
};
