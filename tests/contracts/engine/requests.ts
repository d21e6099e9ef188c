import {
  BatchGetCommand,
  type BatchGetCommandInput,
  DeleteCommand,
  GetCommand,
  PutCommand,
  QueryCommand,
  type QueryCommandInput,
  TransactWriteCommand,
  type TransactWriteCommandInput,
} from '../../../functions/_storage/commands.ts';
import type { TableDefinition } from '../../../local/engine/table-definition.ts';

/** The table that the contract of the engines works on. */
export const contractTable: TableDefinition = {
  tableName: 'contract',
  keys: { pk: 'pk', sk: 'sk' },
  indexes: [{ name: 'byKind', pk: 'kind', sk: 'made' }],
};

export const TableName = contractTable.tableName;
export type Attributes = Record<string, unknown>;
export type Extra = { readonly [parameter: string]: unknown };

export const put = (Item: Attributes, extra: Extra = {}) => new PutCommand({ TableName, Item, ...extra });
export const get = (pk: string, sk: string, extra: Extra = {}) =>
  new GetCommand({ TableName, Key: { pk, sk }, ConsistentRead: true, ...extra });
export const remove = (pk: string, sk: string, extra: Extra = {}) =>
  new DeleteCommand({ TableName, Key: { pk, sk }, ...extra });
export const query = (input: Omit<QueryCommandInput, 'TableName'>) => new QueryCommand({ TableName, ...input });
export const batch = (Keys: Attributes[], extra: Omit<BatchGetCommandInput, 'RequestItems'> = {}) =>
  new BatchGetCommand({ RequestItems: { [TableName]: { Keys, ConsistentRead: true } }, ...extra });
export const transact = (TransactItems: TransactWriteCommandInput['TransactItems'], extra: Extra = {}) =>
  new TransactWriteCommand({ TransactItems, ...extra });
export const Put = (Item: Attributes, extra: Extra = {}) => ({ Put: { TableName, Item, ...extra } });
export const absent = { ConditionExpression: 'attribute_not_exists(pk)' };
export const showOld = { ReturnValuesOnConditionCheckFailure: 'ALL_OLD' };
