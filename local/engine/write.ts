import type { ReturnConsumedCapacity, ReturnValue } from '@aws-sdk/client-dynamodb';
import type {
  DeleteCommandInput,
  DeleteCommandOutput,
  PutCommandInput,
  PutCommandOutput,
} from '../../functions/_storage/commands.ts';
import { reportCapacity, writeUnits } from './capacity.ts';
import { conditionFailed, validation } from './errors.ts';
import { type BoundCondition, bindExpressions, type Placeholders } from './expression-bind.ts';
import { meets } from './expression-evaluate.ts';
import { itemBytes, itemBytesMax } from './item-size.ts';
import { checkIndexKeys, givenKey, type Key, keyOfItem } from './keys.ts';
import { checkTable, refuseUnknown } from './request.ts';
import type { Change, Table } from './table.ts';
import { copyItem, type Item } from './values.ts';

/** A write made ready: checked, copied, its condition bound. `check` writes nothing. */
export type Prepared = {
  readonly kind: 'put' | 'delete' | 'check';
  readonly key: Key;
  readonly item: Item | undefined;
  readonly condition: BoundCondition | undefined;
  readonly showsItemOnFailure: boolean;
};

type Conditional = Placeholders & {
  readonly ConditionExpression?: string | undefined;
  readonly ReturnValuesOnConditionCheckFailure?: string | undefined;
};

export const conditionParameters = [
  'TableName',
  'ConditionExpression',
  'ExpressionAttributeNames',
  'ExpressionAttributeValues',
  'ReturnValuesOnConditionCheckFailure',
];

const conditionOf = (input: Conditional): Pick<Prepared, 'condition' | 'showsItemOnFailure'> => ({
  condition: bindExpressions({ ConditionExpression: input.ConditionExpression }, input).ConditionExpression,
  showsItemOnFailure: input.ReturnValuesOnConditionCheckFailure === 'ALL_OLD',
});

export const preparePut = (table: Table, input: Conditional & { readonly Item?: object | undefined }): Prepared => {
  const item = copyItem(input.Item ?? {});
  const key = keyOfItem(table.definition.keys, item);
  checkIndexKeys(table.definition, item);
  if (itemBytes(item) > itemBytesMax) throw validation('Item size has exceeded the maximum allowed size');
  return { kind: 'put', key, item, ...conditionOf(input) };
};

export const prepareKeyed = (
  table: Table,
  kind: 'delete' | 'check',
  input: Conditional & { readonly Key?: object | undefined },
): Prepared => ({ kind, key: givenKey(table.definition.keys, input.Key), item: undefined, ...conditionOf(input) });

export const isMet = ({ condition }: Prepared, before: Item | undefined): boolean =>
  condition === undefined || meets(condition, before ?? {});

type Reporting = {
  readonly ReturnValues?: ReturnValue | undefined;
  readonly ReturnConsumedCapacity?: ReturnConsumedCapacity | undefined;
};

const writeOne = (table: Table, prepared: Prepared, input: Reporting): PutCommandOutput & DeleteCommandOutput => {
  const { ReturnValues: returned = 'NONE' } = input;
  if (returned !== 'NONE' && returned !== 'ALL_OLD') throw validation('ReturnValues can only be ALL_OLD or NONE');
  const before = table.read(prepared.key);
  if (!isMet(prepared, before)) throw conditionFailed(prepared.showsItemOnFailure ? before : undefined);
  const change: Change = { key: prepared.key, before, after: prepared.item };
  table.commit([change]);
  const units = () => writeUnits(table.definition, [change], 1);
  const capacity = reportCapacity(table.definition.tableName, units, input.ReturnConsumedCapacity);
  return {
    ...(returned === 'ALL_OLD' && before !== undefined && { Attributes: copyItem(before) }),
    ...(capacity !== undefined && { ConsumedCapacity: capacity }),
  };
};

const reportParameters = ['ReturnValues', 'ReturnConsumedCapacity'];

/** PutItem: replaces the whole item, if the condition holds. */
export const putItem = (table: Table, input: PutCommandInput): PutCommandOutput => {
  refuseUnknown('PutItem', input, [...conditionParameters, ...reportParameters, 'Item']);
  checkTable(table.definition, input.TableName);
  return writeOne(table, preparePut(table, input), input);
};

/** DeleteItem: removes the item, if the condition holds; removing nothing succeeds. */
export const deleteItem = (table: Table, input: DeleteCommandInput): DeleteCommandOutput => {
  refuseUnknown('DeleteItem', input, [...conditionParameters, ...reportParameters, 'Key']);
  checkTable(table.definition, input.TableName);
  return writeOne(table, prepareKeyed(table, 'delete', input), input);
};
