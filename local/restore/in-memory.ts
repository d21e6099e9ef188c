import type { TableClient } from '../../functions/_storage/client.ts';
import { tableDefinition } from '../../functions/_storage/keys.ts';
import { createInProcessEngine } from '../engine/engine.ts';
import { readTable, type TableRead } from './read-table.ts';
import type { Book } from './rebuild.ts';
import { writeItems } from './write-items.ts';

/** A rebuilt book as a table in memory, to be read like any other before anything is written. */
export const inMemory = async ({ items }: Book): Promise<TableRead> => {
  const client = createInProcessEngine(tableDefinition).client as TableClient;
  await writeItems(client, items);
  return readTable(client);
};
