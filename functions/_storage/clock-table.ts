import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { ClockMark, ClockStore } from '../_kit/business-clock.ts';
import { meaningOf, metered, type TableClient } from './client.ts';
import type { Item } from './codec.ts';
import { keys, tableDefinition } from './keys.ts';

const { tableName: TableName } = tableDefinition;

const markIn = (item: Item | undefined): ClockMark | undefined =>
  item === undefined
    ? undefined
    : { at: String(item['a']), ...(typeof item['w'] === 'string' && { runsSince: item['w'] }) };

const unmoved = (before: ClockMark | undefined): object => {
  if (before === undefined) return { ConditionExpression: 'attribute_not_exists(pk)' };
  const { at, runsSince } = before;
  return runsSince === undefined
    ? { ConditionExpression: 'a = :a AND attribute_not_exists(w)', ExpressionAttributeValues: { ':a': at } }
    : { ConditionExpression: 'a = :a AND w = :w', ExpressionAttributeValues: { ':a': at, ':w': runsSince } };
};

/** The clocks of sandboxes, over whichever engine the client speaks to. */
export const clockTable = (client: TableClient): ClockStore => {
  const counted = metered(client, { read: 0, write: 0 });
  return {
    read: async (tenant) => {
      const Key = keys.clock(tenant);
      const output = await counted.read<{ readonly Item?: Item }>(
        new GetCommand({ TableName, Key, ConsistentRead: true }),
      );
      return markIn(output.Item);
    },
    move: async (tenant, before, { at, runsSince }) => {
      const Item = { ...keys.clock(tenant), a: at, ...(runsSince !== undefined && { w: runsSince }) };
      try {
        await counted.write(new PutCommand({ TableName, Item, ...unmoved(before) }));
        return true;
      } catch (thrown) {
        if (meaningOf(thrown) === 'bug') throw thrown;
        return false;
      }
    },
  };
};
