import type {
  BatchGetCommandInput,
  BatchGetCommandOutput,
  GetCommandInput,
  GetCommandOutput,
} from '../../functions/_storage/commands.ts';
import { readUnits, reportCapacity } from './capacity.ts';
import { validation } from './errors.ts';
import { itemBytes } from './item-size.ts';
import { givenKey, type Key } from './keys.ts';
import { compareOrders } from './partitions.ts';
import { checkTable, refuseUnknown } from './request.ts';
import type { Table } from './table.ts';
import { copyItem, type Item } from './values.ts';

const keysMax = 100;

const bytesOf = (item: Item | undefined) => (item === undefined ? 0 : itemBytes(item));

/** GetItem: the item under a key, or none. */
export const getItem = (table: Table, input: GetCommandInput): GetCommandOutput => {
  refuseUnknown('GetItem', input, ['TableName', 'Key', 'ConsistentRead', 'ReturnConsumedCapacity']);
  const { tableName, keys } = table.definition;
  checkTable(table.definition, input.TableName);
  const item = table.read(givenKey(keys, input.Key));
  const units = () => ({ table: readUnits(bytesOf(item), input.ConsistentRead), indexes: {} });
  const capacity = reportCapacity(tableName, units, input.ReturnConsumedCapacity);
  return {
    ...(item !== undefined && { Item: copyItem(item) }),
    ...(capacity !== undefined && { ConsumedCapacity: capacity }),
  };
};

const distinctKeys = (table: Table, given: readonly object[]): readonly Key[] => {
  if (given.length === 0) throw validation('The list of keys in RequestItems for BatchGetItem is required');
  if (given.length > keysMax) throw validation('Too many items requested for the BatchGetItem call');
  const keys = given.map((key) => givenKey(table.definition.keys, key));
  // DynamoDB promises no order. Sorting by key keeps callers from relying on the order of their request.
  keys.sort((left, right) => compareOrders([left.pk, left.sk], [right.pk, right.sk]));
  for (const [at, key] of keys.entries())
    if (at > 0 && keys[at - 1]?.pk === key.pk && keys[at - 1]?.sk === key.sk)
      throw validation('Provided list of item keys contains duplicates');
  return keys;
};

/** BatchGetItem over this one table: the items that exist, in the order of their keys; nothing is left unprocessed. */
export const batchGetItems = (table: Table, input: BatchGetCommandInput): BatchGetCommandOutput => {
  refuseUnknown('BatchGetItem', input, ['RequestItems', 'ReturnConsumedCapacity']);
  const { tableName } = table.definition;
  const requests = Object.entries(input.RequestItems ?? {});
  for (const [name] of requests) checkTable(table.definition, name);
  const request = requests[0]?.[1];
  if (request === undefined) throw validation('RequestItems must name a table');
  refuseUnknown('BatchGetItem', request, ['Keys', 'ConsistentRead']);
  const found = distinctKeys(table, request.Keys ?? []).map((key) => table.read(key));
  const units = () => ({
    table: found.reduce((sum, item) => sum + readUnits(bytesOf(item), request.ConsistentRead), 0),
    indexes: {},
  });
  const capacity = reportCapacity(tableName, units, input.ReturnConsumedCapacity);
  return {
    Responses: { [tableName]: found.flatMap((item) => (item === undefined ? [] : [copyItem(item)])) },
    UnprocessedKeys: {},
    ...(capacity !== undefined && { ConsumedCapacity: [capacity] }),
  };
};
