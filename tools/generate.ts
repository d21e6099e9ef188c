import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readResults } from '../bench/results.ts';
import { loadCapabilities } from '../functions/_kit/load-capabilities.ts';
import { alarmFile } from '../infra/alarm-book.ts';
import { accessPatternPage } from './generate/access-patterns.ts';
import { alarmBook } from './generate/alarms.ts';
import { authorisationPage } from './generate/authorisation.ts';
import { benchmarkFiles, withHeadline } from './generate/benchmarks.ts';
import { collectionFiles } from './generate/collections/files.ts';
import { costPage } from './generate/cost.ts';
import { loadEventSchemas } from './generate/event-schemas.ts';
import { eventFiles } from './generate/events.ts';
import { drawingFiles, lifecyclePage } from './generate/lifecycles.ts';
import { limitPage } from './generate/limits.ts';
import { metricPage } from './generate/metrics.ts';
import { openApiOf } from './generate/openapi.ts';
import { operationPage } from './generate/operations.ts';
import { problemFiles } from './generate/problems.ts';
import type { Recordings } from './generate/recordings.ts';
import { referenceFiles } from './generate/reference/files.ts';
import { isWritten, runbookIndex, runbookPages } from './generate/runbooks.ts';
import { sandboxValuesPage } from './generate/sandbox-values.ts';
import { sdkFiles } from './generate/sdk/files.ts';
import { snippetPages } from './generate/snippets.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const folder = join(root, 'docs', 'reference');
const sdk = join(root, 'sdk', 'generated');
const collections = join(root, 'examples', 'collections');
const runbooks = join(root, 'docs', 'operations', 'runbooks');

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** Every generated file by its path from docs/reference; all of them follow from contracts, tables and keys. */
const generated = async (): Promise<ReadonlyMap<string, string>> => {
  const capabilities = await loadCapabilities();
  const events = await loadEventSchemas();
  const book = await alarmBook(capabilities);
  const recordings = examples();
  const openApi = openApiOf(capabilities, recordings);
  const results = readResults(join(root, 'bench', 'results.json'));
  return new Map([
    ['openapi.json', json(openApi)],
    ['operations.md', operationPage(capabilities)],
    ['authorisation.md', authorisationPage(capabilities)],
    ...referenceFiles(capabilities, { openApi, recordings, book }),
    ['limits.md', limitPage(capabilities)],
    ['lifecycles.md', lifecyclePage(capabilities)],
    ...(await drawingFiles()),
    ['access-patterns.md', accessPatternPage()],
    ['sandbox-values.md', sandboxValuesPage()],
    ['metrics.md', metricPage(capabilities)],
    ['alarms.json', alarmFile(book)],
    ...benchmarkFiles(results),
    ['../../README.md', withHeadline(readFileSync(join(root, 'README.md'), 'utf8'), results)],
    ['../operations/cost.md', await costPage(capabilities)],
    ['../operations/runbooks/README.md', runbookIndex(book)],
    ...runbookPages(book, root).map(({ path, text }) => [relative(folder, join(root, path)), text] as const),
    ...problemFiles(capabilities),
    ...eventFiles(events, capabilities),
    ...collectionFiles(capabilities, recordings).map(
      ([path, text]) => [relative(folder, join(collections, path)), text] as const,
    ),
    ...sdkFiles(openApi).map(([name, text]) => [relative(folder, join(sdk, name)), text] as const),
    ...snippetPages(root).map(({ path, text }) => [relative(folder, join(root, path)), text] as const),
  ]);
};

/** What `npm run examples` recorded. */
const examples = (): Recordings => {
  const at = join(folder, 'examples');
  const files = existsSync(at) ? readdirSync(at) : [];
  return new Map(files.map((name) => [name.replace('.json', ''), JSON.parse(readFileSync(join(at, name), 'utf8'))]));
};

const filesIn = (path: string): readonly string[] =>
  existsSync(path)
    ? readdirSync(path, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    : [];

const staleIn = (files: ReadonlyMap<string, string>): readonly string[] =>
  [
    ...[...files].filter(([path, text]) => {
      const file = join(folder, path);
      return !existsSync(file) || readFileSync(file, 'utf8') !== text;
    }),
  ].map(([path]) => path);

const strayIn = (files: ReadonlyMap<string, string>): readonly string[] =>
  [folder, sdk, join(collections, 'bruno'), join(collections, 'http', 'reference')]
    .flatMap(filesIn)
    .filter((path) => !files.has(path) && dirname(path) !== 'examples');

/** Runbooks on which nobody has written yet how to mend. */
const unwrittenIn = (files: ReadonlyMap<string, string>): readonly string[] =>
  [...files]
    .filter(([path, text]) => path.startsWith('../operations/runbooks/') && !isWritten(text))
    .map(([path]) => path);

/** Pages of alarms that are no more: people look first what of them is still true, so they are not just deleted. */
const orphansIn = (files: ReadonlyMap<string, string>): readonly string[] =>
  filesIn(runbooks).filter((path) => !files.has(path));

const write = (files: ReadonlyMap<string, string>): void => {
  for (const path of strayIn(files)) rmSync(join(folder, path));
  for (const [path, text] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
};

/** Says what is wrong with some files, if any are; the check fails then. */
const complain = (what: string, paths: readonly string[]): void => {
  if (paths.length === 0) return;
  console.error(`${what}:\n  ${paths.join('\n  ')}`);
  process.exitCode = 1;
};

/** Snippets of which the file, or the part of it, is not there. */
const missingSnippets = (): readonly string[] =>
  snippetPages(root).flatMap(({ path, faults }) => faults.map((fault) => `${path}: ${fault}`));

const files = await generated();
complain('Snippets of nothing', missingSnippets());
if (process.argv.includes('--check')) {
  complain('Stale (run `npm run generate`)', [...staleIn(files), ...strayIn(files)]);
  complain('Runbooks without a word on how to mend', unwrittenIn(files));
  complain('Runbooks of alarms that are no more', orphansIn(files));
} else {
  write(files);
  console.log(`${files.size} files.`);
}
