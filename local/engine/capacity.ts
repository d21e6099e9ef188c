import type { ConsumedCapacity, ReturnConsumedCapacity } from '@aws-sdk/client-dynamodb';
import { sameValue } from './compare.ts';
import { itemBytes } from './item-size.ts';
import { placeIn, projectedItem } from './keys.ts';
import type { Change } from './table.ts';
import type { IndexDefinition, TableDefinition } from './table-definition.ts';
import type { Item } from './values.ts';

/** Units by AWS's formulas (developer guide, "read and write operations"), for the table and for each index touched. */
export type Units = { readonly table: number; readonly indexes: Readonly<Record<string, number>> };
type Report = ReturnConsumedCapacity | undefined;

const writeBlock = 1024;
const readBlock = 4096;

const bytesOf = (item: Item | undefined) => (item === undefined ? 0 : itemBytes(item));
const blocks = (bytes: number, block: number) => Math.max(1, Math.ceil(bytes / block));

/** Writing costs one unit per started kilobyte of the larger image, also when there was nothing to delete or check. */
export const writeBlocks = (before: Item | undefined, after: Item | undefined): number =>
  blocks(Math.max(bytesOf(before), bytesOf(after)), writeBlock);

/** Reading costs one unit per started 4 KB, half of that when it is only eventually consistent. */
export const readUnits = (bytes: number, consistent: boolean | undefined): number =>
  blocks(bytes, readBlock) / (consistent === true ? 1 : 2);

/** An index entry is written when it appears, deleted when it leaves, and both when its key moves. */
const indexUnits = (definition: TableDefinition, index: IndexDefinition, change: Change): number => {
  const entryOf = (item: Item | undefined) =>
    item === undefined || placeIn(index, change.key, item) === undefined
      ? undefined
      : projectedItem(definition, index, item);
  const left = entryOf(change.before);
  const entered = entryOf(change.after);
  if (sameValue(left, entered)) return 0;
  return [left, entered].reduce(
    (sum, entry) => sum + (entry === undefined ? 0 : blocks(itemBytes(entry), writeBlock)),
    0,
  );
};

/** The units of some writes; in a transaction the table's own cost double, those of the indexes do not. */
export const writeUnits = (definition: TableDefinition, changes: readonly Change[], factor: 1 | 2): Units => {
  const indexes: Record<string, number> = {};
  let table = 0;
  for (const change of changes) {
    table += factor * writeBlocks(change.before, change.after);
    for (const index of definition.indexes) {
      const units = indexUnits(definition, index, change);
      if (units > 0) indexes[index.name] = (indexes[index.name] ?? 0) + units;
    }
  }
  return { table, indexes };
};

/** Units as the answer reports them, in the detail asked for; not even counted when nothing was asked. */
export const reportCapacity = (tableName: string, count: () => Units, report: Report): ConsumedCapacity | undefined => {
  if (report === undefined || report === 'NONE') return undefined;
  const units = count();
  const inIndexes = Object.entries(units.indexes);
  const total = inIndexes.reduce((sum, [, each]) => sum + each, units.table);
  if (report === 'TOTAL') return { TableName: tableName, CapacityUnits: total };
  return {
    TableName: tableName,
    CapacityUnits: total,
    Table: { CapacityUnits: units.table },
    ...(inIndexes.length > 0 && {
      GlobalSecondaryIndexes: Object.fromEntries(inIndexes.map(([name, each]) => [name, { CapacityUnits: each }])),
    }),
  };
};
