import { execFileSync } from 'node:child_process';
import { availableParallelism, cpus, release, totalmem, type } from 'node:os';
import packageFile from './package.json' with { type: 'json' };
import type { Kept } from './results.ts';

const git = (...words: readonly string[]): string => execFileSync('git', words, { encoding: 'utf8' }).trim();

/** What was measured: its commit, and whether anything else lay beside it; results that are being written do not. */
const commit = (): string => {
  try {
    const changed = git('status', '--porcelain', '--', '.', ':!bench/results.json') !== '';
    return `${git('rev-parse', '--short', 'HEAD')}${changed ? ' with changes' : ''}`;
  } catch {
    return 'of no repository';
  }
};

/** What figures are worthless without: the code, the machine, and the versions of whatever it is compared with. */
export const where = (): Pick<Kept, 'commit' | 'node' | 'machine' | 'peers'> => ({
  commit: commit(),
  node: process.version,
  machine: [
    `${availableParallelism()} cores of ${cpus()[0]?.model ?? 'an unknown processor'}`,
    `${Math.round(totalmem() / 2 ** 30)} GB`,
    `${type()} ${release()}`,
  ].join(', '),
  peers: packageFile.dependencies,
});
