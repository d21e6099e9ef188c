import { type MeteredClient, meaningOf } from './client.ts';
import type { Item } from './codec.ts';
import { GetCommand, PutCommand } from './commands.ts';
import { type Key, tableDefinition } from './keys.ts';

const { tableName: TableName } = tableDefinition;

/** How far something has come, by minute; undefined where it never began. Consistent. */
export const minuteMarked = async (client: MeteredClient, key: Key): Promise<string | undefined> => {
  const output = await client.read<{ readonly Item?: Item }>(
    new GetCommand({ TableName, Key: key, ConsistentRead: true, ReturnConsumedCapacity: 'TOTAL' }),
  );
  const minute = output.Item?.['m'];
  return typeof minute === 'string' ? minute : undefined;
};

/** Moves a mark unless somebody else has moved it meanwhile: both have done what lies behind it. */
export const markMinute = async (
  client: MeteredClient,
  key: Key,
  minute: string,
  before: string | undefined,
): Promise<void> => {
  const condition =
    before === undefined
      ? { ConditionExpression: 'attribute_not_exists(pk)' }
      : { ConditionExpression: 'm = :before', ExpressionAttributeValues: { ':before': before } };
  await client
    .write(new PutCommand({ TableName, Item: { ...key, m: minute }, ...condition, ReturnConsumedCapacity: 'TOTAL' }))
    .catch((thrown: unknown) => {
      if (meaningOf(thrown) === 'bug') throw thrown;
    });
};
