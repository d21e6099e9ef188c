import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { auditTable } from '../functions/_storage/audit-table.ts';
import type { TableClient } from '../functions/_storage/client.ts';
import { tableDefinition } from '../functions/_storage/keys.ts';
import { tableStore } from '../functions/_storage/table.ts';
import { exportBook } from '../tools/verify/export.ts';
import { startEngine } from './engine/choose.ts';
import { endWith } from './plain-error.ts';
import { takeDataFolder } from './seed/data-folder.ts';
import { dataFolder } from './settings.ts';

/**
 * Writes the table of the data folder, or of the engine that BINDERY_DYNAMODB_ENDPOINT names, into a file for the
 * verifier.
 */
const main = async (path: string): Promise<void> => {
  const folder = dataFolder();
  // Somebody else's engine takes several programs at once; a data folder takes one.
  const letGo = process.env['BINDERY_DYNAMODB_ENDPOINT'] ? async () => undefined : await takeDataFolder(folder);
  const engine = await startEngine({
    definition: tableDefinition,
    dataFolder: join(folder, 'engine'),
    log: (sentence) => console.error(sentence),
  });
  try {
    const client = engine.client as TableClient;
    const file = await open(path, 'w', 0o600);
    for await (const line of exportBook({
      store: tableStore(client)({ read: 0, write: 0 }),
      audit: auditTable(client)({ read: 0, write: 0 }),
    }))
      await file.write(`${line}\n`);
    await file.close();
  } finally {
    await engine.stop();
    await letGo();
  }
};

main(process.argv[2] ?? 'export.jsonl').catch(endWith);
