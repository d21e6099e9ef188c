import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { loadCapabilities } from '../functions/_kit/load-capabilities.ts';
import { additions } from './compatibility/additions.ts';
import { compare } from './compatibility/compare.ts';
import type { OpenApi } from './compatibility/document.ts';
import { openApiOf } from './generate/openapi.ts';

const file = fileURLToPath(new URL('../docs/openapi.baseline.json', import.meta.url));

const document = JSON.parse(JSON.stringify(openApiOf(await loadCapabilities()))) as OpenApi;
const isAccepting = process.argv.includes('--accept');

const write = (): void => {
  writeFileSync(file, `${JSON.stringify(document, null, 1)}\n`);
  console.log(`The baseline is what the contracts say now: ${Object.keys(document.paths).length} paths.`);
};

const judge = (baseline: OpenApi): void => {
  const found = compare(baseline, document, new Date().toISOString().slice(0, 10));
  for (const { pointer, says, wayOut } of found) console.error(`${says}\n  at ${pointer}\n  Way out: ${wayOut}.`);
  if (found.length > 0) {
    console.error(`${found.length} changes would break clients (docs/versioning.md). The baseline stays as it is.`);
    process.exitCode = 1;
    return;
  }
  const fresh = additions(baseline, document);
  console.log(`Nothing breaks. ${fresh.length} additions${fresh.length === 0 ? '' : `: ${fresh.join(', ')}`}.`);
  if (isAccepting) write();
};

if (existsSync(file)) judge(JSON.parse(readFileSync(file, 'utf8')) as OpenApi);
else if (isAccepting) write();
else {
  console.error('There is no baseline: run `npm run baseline`.');
  process.exitCode = 1;
}
