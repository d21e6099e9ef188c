import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { loadCapabilities } from '../functions/_kit/load-capabilities.ts';
import type { OpenApi } from './compatibility/document.ts';
import { verdictOn } from './compatibility/verdict.ts';
import { openApiOf } from './generate/openapi.ts';

const file = fileURLToPath(new URL('../docs/openapi.baseline.json', import.meta.url));

const document = JSON.parse(JSON.stringify(openApiOf(await loadCapabilities()))) as OpenApi;
const isAccepting = process.argv.includes('--accept');

const write = (): void => {
  writeFileSync(file, `${JSON.stringify(document, null, 1)}\n`);
  console.log(`The baseline is what the contracts say now: ${Object.keys(document.paths).length} paths.`);
};

const judge = (baseline: OpenApi): void => {
  const today = new Date().toISOString().slice(0, 10);
  const { passes, takes, says } = verdictOn(baseline, document, { today, isAccepting });
  for (const line of says) passes ? console.log(line) : console.error(line);
  if (!passes) process.exitCode = 1;
  if (takes) write();
};

if (existsSync(file)) judge(JSON.parse(readFileSync(file, 'utf8')) as OpenApi);
else if (isAccepting) write();
else {
  console.error('There is no baseline: run `npm run baseline`.');
  process.exitCode = 1;
}
