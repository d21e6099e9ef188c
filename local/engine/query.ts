import type { QueryCommandInput, QueryCommandOutput } from '../../functions/_storage/commands.ts';
import { readUnits, reportCapacity, type Units } from './capacity.ts';
import { firstWhere } from './compare.ts';
import { validation } from './errors.ts';
import { mapOperands } from './expression.ts';
import { type BoundCondition, bindExpressions } from './expression-bind.ts';
import { meets } from './expression-evaluate.ts';
import { itemBytes } from './item-size.ts';
import { type KeyRange, keyRange } from './key-condition.ts';
import { compareOrders, type Entry } from './partitions.ts';
import { checkTable, refuseUnknown } from './request.ts';
import type { Table } from './table.ts';
import type { IndexDefinition, KeyNames } from './table-definition.ts';
import { copyItem, type Item } from './values.ts';

/** DynamoDB's limit on what one page looks at, before any filter. */
const pageBytesMax = 1024 * 1024;

const known = [
  'TableName',
  'IndexName',
  'KeyConditionExpression',
  'FilterExpression',
  'ExpressionAttributeNames',
  'ExpressionAttributeValues',
  'ScanIndexForward',
  'Limit',
  'ExclusiveStartKey',
  'ConsistentRead',
  'ReturnConsumedCapacity',
];

/** What is being queried: the table or one of its indexes, by the names of its own key. */
type Source = { readonly table: Table; readonly index: IndexDefinition | undefined; readonly keys: KeyNames };

const sourceOf = (table: Table, input: QueryCommandInput): Source => {
  const { keys, indexes } = table.definition;
  if (input.IndexName === undefined) return { table, index: undefined, keys };
  const index = indexes.find(({ name }) => name === input.IndexName);
  if (index === undefined) throw validation(`The table does not have the specified index: ${input.IndexName}`);
  if (input.ConsistentRead === true) throw validation('Consistent reads are not supported on global secondary indexes');
  return { table, index, keys: index };
};

/** The attributes that make a place in the source: the partition, then what orders its entries. */
const placeNames = ({ table, index, keys }: Source): readonly [string, ...string[]] => {
  const own = table.definition.keys;
  return index === undefined ? [own.pk, own.sk] : [keys.pk, keys.sk, own.pk, own.sk];
};

const startOrder = (source: Source, range: KeyRange, given: object): readonly string[] => {
  const [pkName, ...orderNames] = placeNames(source);
  const start = copyItem(given);
  const order = orderNames.map((name) => start[name]).filter((part) => typeof part === 'string');
  if (Object.keys(start).length !== orderNames.length + 1 || order.length !== orderNames.length)
    throw validation('The provided starting key is invalid');
  if (start[pkName] !== range.pk || range.position(order[0] ?? '') !== 0)
    throw validation('The provided starting key is outside query boundaries based on provided conditions');
  return order;
};

/** The entries in the range asked for, in the direction asked for, after the starting key. */
const candidates = (source: Source, range: KeyRange, input: QueryCommandInput): readonly Entry[] => {
  const entries = source.table.entries(source.index, range.pk);
  const position = ({ order }: Entry) => range.position(order[0] ?? '');
  let from = firstWhere(entries, (entry) => position(entry) >= 0);
  let to = firstWhere(entries, (entry) => position(entry) > 0);
  const forward = input.ScanIndexForward !== false;
  if (input.ExclusiveStartKey !== undefined) {
    const start = startOrder(source, range, input.ExclusiveStartKey);
    if (forward) from = firstWhere(entries, ({ order }) => compareOrders(order, start) > 0);
    else to = firstWhere(entries, ({ order }) => compareOrders(order, start) >= 0);
  }
  return forward ? entries.slice(from, to) : entries.slice(from, to).reverse();
};

type Page = { readonly items: readonly Item[]; readonly bytes: number; readonly more: boolean };

/** A page ends at its limit, or once a megabyte was looked at. It says "more" at the limit even if nothing follows. */
const pageOf = (entries: readonly Entry[], limit: number): Page => {
  const items: Item[] = [];
  let bytes = 0;
  for (const { item } of entries) {
    if (items.length === limit || bytes >= pageBytesMax) return { items, bytes, more: true };
    items.push(item);
    bytes += itemBytes(item);
  }
  return { items, bytes, more: items.length === limit };
};

const refuseKeysIn = (filter: BoundCondition, keys: KeyNames): void => {
  mapOperands(filter, (operand) => {
    const name = 'path' in operand ? operand.path[0] : undefined;
    if (name === keys.pk || name === keys.sk)
      throw validation(`Filter Expression can only contain non-primary key attributes: Primary key attribute: ${name}`);
    return operand;
  });
};

const boundQuery = (source: Source, input: QueryCommandInput) => {
  const { KeyConditionExpression, FilterExpression } = input;
  const bound = bindExpressions({ KeyConditionExpression, FilterExpression }, input);
  if (bound.KeyConditionExpression === undefined)
    throw validation('Either the KeyConditions or KeyConditionExpression parameter must be specified in the request.');
  if (bound.FilterExpression !== undefined) refuseKeysIn(bound.FilterExpression, source.keys);
  return { range: keyRange(bound.KeyConditionExpression, source.keys), filter: bound.FilterExpression };
};

const unitsOf = ({ index }: Source, units: number): Units =>
  index === undefined ? { table: units, indexes: {} } : { table: 0, indexes: { [index.name]: units } };

/** Query over the table or an index. The limit counts what is looked at, before the filter, as in DynamoDB. */
export const queryItems = (table: Table, input: QueryCommandInput): QueryCommandOutput => {
  refuseUnknown('Query', input, known);
  checkTable(table.definition, input.TableName);
  if (input.Limit !== undefined && input.Limit < 1) throw validation('Limit must be greater than or equal to 1');
  const source = sourceOf(table, input);
  const { range, filter } = boundQuery(source, input);
  const page = pageOf(candidates(source, range, input), input.Limit ?? Number.POSITIVE_INFINITY);
  const matching = filter === undefined ? page.items : page.items.filter((item) => meets(filter, item));
  const units = () => unitsOf(source, readUnits(page.bytes, input.ConsistentRead));
  const capacity = reportCapacity(table.definition.tableName, units, input.ReturnConsumedCapacity);
  const last = page.more ? page.items.at(-1) : undefined;
  const names = placeNames(source);
  return {
    Items: matching.map((item) => copyItem(item)),
    Count: matching.length,
    ScannedCount: page.items.length,
    ...(last !== undefined && { LastEvaluatedKey: Object.fromEntries(names.map((name) => [name, last[name]])) }),
    ...(capacity !== undefined && { ConsumedCapacity: capacity }),
  };
};
