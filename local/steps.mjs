import { tmpdir } from 'node:os';
import { join } from 'node:path';

const vitest = ['node_modules/vitest/vitest.mjs', 'run'];
const cdk = 'node_modules/aws-cdk/bin/cdk';

/** What each verb runs with Node; further arguments of the user are passed on. */
export const verbs = {
  start: ['local/main.ts'],
  demo: ['local/demo.ts'],
  sandbox: ['local/sandbox.ts'],
  smoke: ['local/smoke.ts'],
  test: vitest,
  verify: ['tools/verify.ts'],
  simulate: ['tests/simulation/main.ts'],
  mutate: ['tests/contracts/mutations/main.ts'],
  load: ['local/load.ts'],
  bench: ['bench/main.ts'],
  year: ['local/year.ts'],
  restore: ['local/restore.ts'],
  'dead-letters': ['local/dead-letters.ts'],
  ops: ['local/ops.ts'],
  examples: ['tests/contracts/examples/main.ts'],
  cli: ['sdk/cli/main.ts'],
  sdk: ['tools/sdk.ts'],
  generate: ['tools/generate.ts'],
  docs: ['tools/site.ts'],
  baseline: ['tools/compatibility.ts', '--accept'],
  synth: [cdk, 'synth', '--quiet'],
  deploy: [cdk, 'deploy', '--all'],
};

/** Verbs that need what `bench/` compares us with, which has a lock of its own. */
export const needsPeers = ['bench', 'check'];

/** Where the tests write down which of the documented answers they met. */
const met = { BINDERY_MET: join(tmpdir(), `bindery-met-${process.pid}`) };

/** What stands between a change and main, cheapest first; under twenty minutes for good. */
const check = [
  { name: 'types', args: ['node_modules/typescript/bin/tsc', '-p', '.'] },
  { name: 'lint and format', args: ['node_modules/@biomejs/biome/bin/biome', 'check'] },
  { name: 'generated files', args: ['tools/generate.ts', '--check'] },
  { name: 'breaking changes', args: ['tools/compatibility.ts'] },
  { name: 'OpenAPI', args: ['node_modules/@redocly/cli/bin/cli.js', 'lint', 'docs/reference/openapi.json'] },
  { name: 'infrastructure', args: verbs.synth },
  { name: 'tests', args: verbs.test, env: met },
  { name: 'documented answers', args: ['tests/support/held/met.ts'], env: met },
  { name: 'simulation', args: [...verbs.simulate, '--seeds', '3000'] },
  { name: 'hostile requests', args: [...verbs.mutate, '--requests', '50000'] },
  { name: 'types of the benchmarks', args: ['node_modules/typescript/bin/tsc', '-p', 'bench'] },
  { name: 'benchmarks answer alike', args: [...verbs.bench, 'quote', 'rating', '--quick'] },
];

/** The same questions asked much longer; `docs/operations/proof.md` tells what they showed last. */
const proof = [
  { name: 'simulation, 10,000 seeds', args: [...verbs.simulate, '--first', '100001', '--seeds', '10000'] },
  { name: 'hostile requests, 500,000', args: [...verbs.mutate, '--seed', '2', '--requests', '500000'] },
  { name: 'crash points in pairs', args: [...vitest, 'crash-points'], env: { BINDERY_PAIRS: 'all' } },
  { name: 'histories, 20,000', args: [...vitest, 'histories'], env: { BINDERY_HISTORIES: '20000' } },
  { name: 'engines, 10,000 sequences', args: [...vitest, 'engine-difference'], env: { BINDERY_SEQUENCES: '10000' } },
  { name: 'tamperings, 100,000', args: [...vitest, 'random-tampering'], env: { BINDERY_TAMPERINGS: '100000' } },
  { name: 'time of foreign ids', args: [...vitest, 'foreign-ids'], env: { BINDERY_TIMING: 'yes' } },
  { name: 'every page in a browser', args: [...vitest, 'site/pages'], env: { BINDERY_PAGES: 'all' } },
  { name: 'load with 10 kills', args: [...verbs.load, '--seconds', '120', '--kill', '10'] },
  { name: 'mutations', args: ['tools/mutation/run.ts'] },
];

/** Verbs of several steps, run in order up to the first that fails. */
export const stepsOf = { check, proof };
