import type { TableClient } from '../../functions/_storage/client.ts';
import type { Item } from '../../functions/_storage/codec.ts';
import { TransactWriteCommand } from '../../functions/_storage/commands.ts';
import { tableDefinition } from '../../functions/_storage/keys.ts';

const { tableName: TableName } = tableDefinition;
/** So many at once: few enough to stay far below what a transaction may weigh. */
const atOnce = 50;

/** Writes items into an empty table. */
export const writeItems = async (client: TableClient, items: readonly Item[]): Promise<void> => {
  for (let at = 0; at < items.length; at += atOnce) {
    const some = items.slice(at, at + atOnce);
    const TransactItems = some.map((item) => ({ Put: { TableName, Item: { ...item } } }));
    await client.send(new TransactWriteCommand({ TransactItems }));
  }
};
