import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { exportSite } from './site/export.ts';

const root = join(fileURLToPath(new URL('..', import.meta.url)));

/** `npm run docs -- --out <folder>`: the docs as files, for any host. */
const main = (): void => {
  const { out } = parseArgs({ options: { out: { type: 'string' } } }).values;
  if (out === undefined) return void fail('Say where to: npm run docs -- --out <folder>');
  const folder = resolve(out);
  // What lies there already would be shown beside the docs.
  if (existsSync(folder) && readdirSync(folder).length > 0) return void fail(`${folder} is not empty.`);
  console.log(`${exportSite(resolve(root), folder)} files in ${folder}.`);
};

const fail = (sentence: string): void => {
  console.error(sentence);
  process.exitCode = 1;
};

main();
