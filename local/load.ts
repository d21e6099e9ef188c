import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkPace } from './load/checks/check-burst.ts';
import { auditReport, burstReport, trafficReport } from './load/report.ts';
import { type LoadRun, runLoad } from './load/run.ts';
import { help, type LoadWish, loadWish } from './load/settings.ts';
import { endWith } from './plain-error.ts';
import { mustBeNew } from './restore/new-folder.ts';

const folderFor = async ({ data }: LoadWish): Promise<string> => {
  if (data === undefined) return mkdtemp(join(tmpdir(), 'bindery-load-'));
  await mustBeNew(data);
  await mkdir(data, { recursive: true, mode: 0o700 });
  return data;
};

const secondsOf = (times: readonly number[]): string => times.map((time) => (time / 1000).toFixed(1)).join(', ');

const processorLine = ({ processorMs, visits }: LoadRun): readonly string[] => {
  if (processorMs === undefined || visits === 0) return [];
  const each = (total: number): string => `${(total / visits).toFixed(1)} ms`;
  return [`processor time a visit: ${each(processorMs.platform)} platform, ${each(processorMs.engine)} engine`];
};

const say = (run: LoadRun): void => {
  const { seconds, visits, traffic, startMs, idleMs, results, burst } = run;
  const asked = traffic.kinds.reduce((sum, { acknowledged, refused }) => sum + acknowledged + refused, 0);
  const lines = [
    '',
    ...trafficReport(traffic),
    `${visits} visits, ${asked} requests answered in ${seconds.toFixed(1)} s: ${(asked / seconds).toFixed(1)} a second`,
    `idle ${(idleMs / 1000).toFixed(1)} s after the last answer`,
    ...processorLine(run),
    ...(startMs.length > 0 ? [`killed ${startMs.length} times; served again after ${secondsOf(startMs)} s`] : []),
    ...(burst === undefined ? [] : ['', ...burstReport(burst)]),
    '',
    ...auditReport(results),
  ];
  console.log(lines.join('\n'));
};

const main = async (): Promise<void> => {
  // Ends by itself, so that the platform and its engine are taken along.
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));
  const wish = loadWish(process.argv.slice(2));
  if (wish === undefined) return console.log(help);
  const folder = await folderFor(wish);
  console.log(`${wish.clients} shops for ${wish.seconds} s, seed "${wish.seed}", data in ${folder}`);
  const run = await runLoad(wish, folder);
  // Times are judged here and not in the run, for tests drive runs too and must not depend on how busy a machine is.
  const results = [...run.results, ...(run.burst === undefined ? [] : [checkPace(run.burst)])];
  say({ ...run, results });
  const holds = results.every(({ findings }) => findings.length === 0);
  if (!holds) process.exitCode = 1;
  if (holds && wish.data === undefined) await rm(folder, { recursive: true });
};

main().catch(endWith);
