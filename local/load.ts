import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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

const say = ({ seconds, visits, traffic, startMs, idleMs, results, burst }: LoadRun): void => {
  const asked = traffic.kinds.reduce((sum, { acknowledged, refused }) => sum + acknowledged + refused, 0);
  const lines = [
    '',
    ...trafficReport(traffic),
    `${visits} visits, ${asked} requests answered in ${seconds.toFixed(1)} s: ${(asked / seconds).toFixed(1)} a second`,
    `idle ${(idleMs / 1000).toFixed(1)} s after the last answer`,
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
  say(run);
  const holds = run.results.every(({ findings }) => findings.length === 0);
  if (!holds) process.exitCode = 1;
  if (holds && wish.data === undefined) await rm(folder, { recursive: true });
};

main().catch(endWith);
