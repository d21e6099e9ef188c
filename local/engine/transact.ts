import type { CancellationReason, Capacity, ConsumedCapacity } from '@aws-sdk/client-dynamodb';
import type { TransactWriteCommandInput, TransactWriteCommandOutput } from '../../functions/_storage/commands.ts';
import { readUnits, reportCapacity, type Units, writeUnits } from './capacity.ts';
import { failedReason, transactionCanceled, validation } from './errors.ts';
import { itemBytes } from './item-size.ts';
import { checkTable, refuseUnknown } from './request.ts';
import type { Change, Table } from './table.ts';
import type { createTokens } from './tokens.ts';
import { conditionParameters, isMet, type Prepared, prepareKeyed, preparePut } from './write.ts';

const actionsMax = 100;
const transactionBytesMax = 4 * 1024 * 1024;
const tokenCharactersMax = 36;

type Action = NonNullable<TransactWriteCommandInput['TransactItems']>[number];
type Tokens = ReturnType<typeof createTokens>;

const prepareAction = (table: Table, action: Action): Prepared => {
  const present = Object.values(action).filter((part) => part !== undefined);
  if (present.length !== 1) throw validation('TransactItems can only contain one of Check, Put, Update or Delete');
  const { Put, Delete, ConditionCheck, Update } = action;
  if (Update !== undefined) throw validation('UpdateItem is not used here: put the whole item on a condition');
  checkTable(table.definition, (Put ?? Delete ?? ConditionCheck)?.TableName);
  if (Put !== undefined) {
    refuseUnknown('Put', Put, [...conditionParameters, 'Item']);
    return preparePut(table, Put);
  }
  refuseUnknown('an action', Delete ?? ConditionCheck ?? {}, [...conditionParameters, 'Key']);
  if (Delete !== undefined) return prepareKeyed(table, 'delete', Delete);
  if (ConditionCheck?.ConditionExpression === undefined) throw validation('A ConditionCheck needs a condition');
  return prepareKeyed(table, 'check', ConditionCheck);
};

const prepareAll = (table: Table, input: TransactWriteCommandInput): readonly Prepared[] => {
  const actions = input.TransactItems ?? [];
  if (actions.length === 0) throw validation('Member must have length greater than or equal to 1');
  if (actions.length > actionsMax) throw validation(`Member must have length less than or equal to ${actionsMax}`);
  const prepared = actions.map((action) => prepareAction(table, action));
  const bytes = prepared.reduce((sum, { item }) => sum + (item === undefined ? 0 : itemBytes(item)), 0);
  if (bytes > transactionBytesMax) throw validation('Transaction payload size cannot exceed 4MB');
  return prepared;
};

const refuseRepeated = (prepared: readonly Prepared[]): void => {
  if (new Set(prepared.map(({ key }) => `${key.pk}\0${key.sk}`)).size < prepared.length)
    throw validation('Transaction request cannot include multiple operations on one item');
};

/** Every condition is evaluated before any write: one reason for each action, `None` for those that would pass. */
const refuseFailed = (table: Table, prepared: readonly Prepared[]): void => {
  const reasons = prepared.map((action): CancellationReason => {
    const before = table.read(action.key);
    return isMet(action, before) ? { Code: 'None' } : failedReason(action.showsItemOnFailure ? before : undefined);
  });
  if (reasons.some(({ Code }) => Code !== 'None')) throw transactionCanceled(reasons);
};

const changeBy = (table: Table, { kind, key, item }: Prepared): Change => {
  const before = table.read(key);
  return { key, before, after: kind === 'check' ? before : item };
};

type Side = 'Read' | 'Write';
const onSide = (capacity: Capacity, side: Side): Capacity => ({
  ...capacity,
  [`${side}CapacityUnits`]: capacity.CapacityUnits,
});

/** A transaction's own units, told apart as read or written ones: of the whole, of the table and of each index. */
const transactionCapacity = (capacity: ConsumedCapacity | undefined, side: Side) => {
  if (capacity === undefined) return {};
  const { Table, GlobalSecondaryIndexes: indexes } = capacity;
  const told: ConsumedCapacity = {
    ...onSide(capacity, side),
    ...(Table !== undefined && { Table: onSide(Table, side) }),
    ...(indexes !== undefined && {
      GlobalSecondaryIndexes: Object.fromEntries(
        Object.entries(indexes).map(([name, each]) => [name, onSide(each, side)]),
      ),
    }),
  };
  return { ConsumedCapacity: [told] };
};

/** A replay writes nothing: it costs a transactional read, two units per started 4 KB, of each item. */
const replayUnits = (table: Table, prepared: readonly Prepared[]): Units => {
  const bytes = prepared.map(({ key }) => itemBytes(table.read(key) ?? {}));
  return { table: bytes.reduce((sum, each) => sum + 2 * readUnits(each, true), 0), indexes: {} };
};

/** TransactWriteItems: all of the actions or none, and at most once per client request token. */
export const transactWrite = (
  table: Table,
  tokens: Tokens,
  input: TransactWriteCommandInput,
): TransactWriteCommandOutput => {
  refuseUnknown('TransactWriteItems', input, ['TransactItems', 'ClientRequestToken', 'ReturnConsumedCapacity']);
  const { ClientRequestToken: token, ReturnConsumedCapacity: report } = input;
  const { tableName } = table.definition;
  if (token !== undefined && token.length > tokenCharactersMax)
    throw validation(`Member must have length less than or equal to ${tokenCharactersMax}`);
  const prepared = prepareAll(table, input);
  if (tokens.isReplay(token, prepared)) {
    const units = () => replayUnits(table, prepared);
    return { ...transactionCapacity(reportCapacity(tableName, units, report), 'Read') };
  }
  // Only now, as DynamoDB Local does: a token that comes back with other content is refused for that first.
  refuseRepeated(prepared);
  refuseFailed(table, prepared);
  const changes = prepared.map((action) => changeBy(table, action));
  table.commit(changes);
  tokens.remember(token, prepared);
  const units = () => writeUnits(table.definition, changes, 2);
  return { ...transactionCapacity(reportCapacity(tableName, units, report), 'Write') };
};
