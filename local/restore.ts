import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { auditTable } from '../functions/_storage/audit-table.ts';
import type { TableClient } from '../functions/_storage/client.ts';
import { tableDefinition } from '../functions/_storage/keys.ts';
import type { Result } from '../tools/verify/finding.ts';
import { readArchive } from '../tools/verify/read-archive.ts';
import { readKeys } from '../tools/verify/read-inputs.ts';
import { reportOf } from '../tools/verify/report.ts';
import { opener } from '../tools/verify/statement.ts';
import { verifyBook } from '../tools/verify/verify-book.ts';
import { startEngine } from './engine/choose.ts';
import { endWith, plainError } from './plain-error.ts';
import { inMemory } from './restore/in-memory.ts';
import { furnish, mustBeNew } from './restore/new-folder.ts';
import type { Archived } from './restore/read-records.ts';
import { type Book, rebuild } from './restore/rebuild.ts';
import { restoreReport } from './restore/report.ts';
import { writeItems } from './restore/write-items.ts';
import { takeDataFolder } from './seed/data-folder.ts';

const help = `Rebuilds a table from the archive alone, into a new data folder.

  npm run restore -- --archive <folder> --data <new folder> [--keys <data folder>]

  --archive <folder>   the archive, or a copy of its bucket
  --data <folder>      where the table is rebuilt; it must be new
  --keys <folder>      a data folder with the keys that signed the checkpoints; the one around the archive unless said

It is the last resort: docs/operations/restore.md says what comes before it.
`;

const options = {
  archive: { type: 'string' },
  data: { type: 'string' },
  keys: { type: 'string' },
  help: { type: 'boolean' },
} as const;

/** How far the sandbox's tenants are ahead of the wall clock; nobody is where nothing says so. */
const clockOf = async (keys: string | undefined): Promise<() => string> => {
  const path = join(keys ?? '', 'clock.json');
  const text = keys !== undefined && existsSync(path) ? await readFile(path, 'utf8') : '{}';
  const ahead = z.record(z.string(), z.int()).parse(JSON.parse(text));
  // All sandboxes of a laptop live by one clock.
  const minutes = Math.max(0, ...Object.values(ahead));
  return () => new Date(Date.now() + minutes * 60_000).toISOString();
};

const signingKeys = async (keys: string | undefined) => {
  const path = join(keys ?? '', 'keys', 'signing.json');
  return keys !== undefined && existsSync(path) ? readKeys(path) : { keys: [] };
};

/** The rebuilt book, proved against its archive as any exported table is. */
const prove = async (book: Book, files: Archived, keys: string | undefined): Promise<readonly Result[]> => {
  if (book.findings.length > 0) return [{ check: 'archive', looked: files.size, findings: book.findings }];
  const { lines } = await inMemory(book);
  const open = opener(await signingKeys(keys));
  return verifyBook({ lines, archive: { files, before: new Set(files.keys()) }, open });
};

const write = async (folder: string, { items }: Book): Promise<void> => {
  const engine = await startEngine({
    definition: tableDefinition,
    dataFolder: join(folder, 'engine'),
    log: (sentence) => console.log(sentence),
  });
  try {
    if (!engine.persistent) throw plainError('No engine of this machine keeps data: install Java 17 or newer.');
    const client = engine.client as TableClient;
    if ((await auditTable(client)({ read: 0, write: 0 }).tenants()).length > 0)
      throw plainError('The table is not empty: a book is rebuilt where there is none.');
    await writeItems(client, items);
  } finally {
    await engine.stop();
  }
};

const restore = async (archive: string, data: string, keys: string | undefined): Promise<boolean> => {
  await mustBeNew(data);
  const files = await readArchive(archive);
  const book = rebuild(files, await clockOf(keys));
  const { lines, holds } = reportOf(await prove(book, files, keys));
  console.log(lines.join('\n'));
  if (!holds) return false;
  const letGo = await takeDataFolder(data);
  try {
    await furnish(data, keys, archive);
    await write(data, book);
  } finally {
    await letGo();
  }
  const secretsKept = existsSync(join(data, 'keys', 'tenants.json'));
  console.log(`\nRebuilt in ${data}.\n${restoreReport(book.tenants, secretsKept).join('\n')}`);
  return true;
};

const main = async (): Promise<void> => {
  const given = parseArgs({ options }).values;
  if (given.help === true) return console.log(help);
  if (given.archive === undefined || given.data === undefined) throw plainError(help);
  const archive = resolve(given.archive);
  const around = existsSync(join(dirname(archive), 'keys')) ? dirname(archive) : undefined;
  const keys = given.keys === undefined ? around : resolve(given.keys);
  if (await restore(archive, resolve(given.data), keys)) return;
  throw plainError('Nothing was rebuilt: this is not the archive as it was written. Take another copy of it.');
};

main().catch(endWith);
