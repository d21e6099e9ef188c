import type { ClockMark, ClockStore } from '../_kit/business-clock.ts';
import type { Meter } from '../_kit/platform.ts';
import { meaningOf, metered, type TableClient } from './client.ts';
import type { Item } from './codec.ts';
import { GetCommand, PutCommand } from './commands.ts';
import { keys, tableDefinition } from './keys.ts';

const { tableName: TableName } = tableDefinition;

/** The attributes of a mark, by its fields. */
const names = { at: 'a', runsSince: 'w', closedSince: 'c' } as const;
const fields = Object.entries(names) as readonly (readonly [keyof ClockMark, string])[];

const markIn = (item: Item | undefined): ClockMark | undefined => {
  if (item === undefined) return undefined;
  const { a, w, c } = item;
  return {
    at: String(a),
    ...(typeof w === 'string' && { runsSince: w }),
    ...(typeof c === 'string' && { closedSince: c }),
  };
};

const attributesOf = (mark: ClockMark): Item =>
  Object.fromEntries(fields.flatMap(([field, name]) => (mark[field] === undefined ? [] : [[name, mark[field]]])));

/** It stands exactly where it was seen. */
const unmoved = (before: ClockMark | undefined): object => {
  if (before === undefined) return { ConditionExpression: 'attribute_not_exists(pk)' };
  const conditions = fields.map(([field, name]) =>
    before[field] === undefined ? `attribute_not_exists(${name})` : `${name} = :${name}`,
  );
  const values = Object.entries(attributesOf(before)).map(([name, value]) => [`:${name}`, value]);
  return { ConditionExpression: conditions.join(' AND '), ExpressionAttributeValues: Object.fromEntries(values) };
};

/** The clocks of sandboxes, over whichever engine the client speaks to. */
export const clockTable =
  (client: TableClient) =>
  (meter: Meter): ClockStore => {
    const counted = metered(client, meter);
    return {
      read: async (tenant) => {
        const Key = keys.clock(tenant);
        const output = await counted.read<{ readonly Item?: Item }>(
          new GetCommand({ TableName, Key, ConsistentRead: true, ReturnConsumedCapacity: 'TOTAL' }),
        );
        return markIn(output.Item);
      },
      move: async (tenant, before, after) => {
        const Item = { ...keys.clock(tenant), ...attributesOf(after) };
        try {
          await counted.write(new PutCommand({ TableName, Item, ...unmoved(before), ReturnConsumedCapacity: 'TOTAL' }));
          return true;
        } catch (thrown) {
          if (meaningOf(thrown) === 'bug') throw thrown;
          return false;
        }
      },
    };
  };
