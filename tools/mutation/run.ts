import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Group, groups } from './groups.ts';
import { percentOf, readScores, type Score } from './score.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const tools = join(root, 'tools/mutation');
const stryker = join(tools, 'node_modules/@stryker-mutator/core/bin/stryker.js');
const build = join(root, '.build/mutation');
/** Reliability goal "Mutation". */
const percentMin = 85;

const run = (program: string, args: readonly string[], folder: string, env: NodeJS.ProcessEnv = {}): number =>
  spawnSync(program, args, { cwd: folder, stdio: 'inherit', env: { ...process.env, ...env } }).status ?? 1;

/** The mutation tool has a lock file of its own: 177 packages that no other run needs are installed only here. */
const install = (): boolean => existsSync(stryker) || run('npm', ['ci'], tools) === 0;

const configOf = ({ name, mutate }: Group) => ({
  testRunner: 'vitest',
  vitest: { configFile: 'tools/mutation/vitest.config.ts', related: true },
  coverageAnalysis: 'perTest',
  mutate,
  reporters: ['json', 'progress-append-only'],
  jsonReporter: { fileName: join(build, `${name}.json`) },
  tempDirName: join('.build/mutation/sandbox', name),
  ignorePatterns: ['.build', '.data', 'cdk.out', 'docs', 'examples', 'tools/mutation/node_modules'],
  // TypeScript 7 has no API by which Stryker could rewrite the configuration for its sandbox; nothing there needs one.
  tsconfigFile: 'none.json',
  allowConsoleColors: false,
  concurrency: 2,
  timeoutMS: 10_000,
});

/** The scores of a group; undefined where its tests do not even pass unmutated. */
const scoresOf = (group: Group): readonly Score[] | undefined => {
  const config = join(build, `${group.name}.config.json`);
  writeFileSync(config, JSON.stringify(configOf(group)));
  const code = run(process.execPath, [stryker, 'run', config], root, { BINDERY_MUTATION_GROUP: group.name });
  return code === 0 ? readScores(join(build, `${group.name}.json`)) : undefined;
};

const show = (scores: readonly Score[]): void => {
  for (const score of scores) {
    for (const survivor of score.survivors) console.log(`  survived: ${survivor}`);
    console.log(`${percentOf([score]).toFixed(1).padStart(6)} %  ${score.file}`);
  }
};

/** Mutates every group, or those named, and says which mutants no test noticed. The exit code tells whether enough. */
const main = (names: readonly string[]): number => {
  mkdirSync(build, { recursive: true });
  if (!install()) return 1;
  const started = Date.now();
  const results = groups.filter(({ name }) => names.length === 0 || names.includes(name)).map(scoresOf);
  const scores = results.flatMap((result) => result ?? []);
  show(scores);
  const percent = percentOf(scores);
  const minutes = ((Date.now() - started) / 60_000).toFixed(1);
  console.log(
    `${percent.toFixed(1)} % of the mutants were noticed in ${minutes} minutes; the least is ${percentMin} %.`,
  );
  return percent >= percentMin && !results.includes(undefined) ? 0 : 1;
};

process.exitCode = main(process.argv.slice(2));
