import type { Meter } from '../_kit/platform.ts';
import type { DueItem, DueStore } from '../_kit/store.ts';
import { type MeteredClient, meaningOf, metered, type TableClient } from './client.ts';
import type { Item } from './codec.ts';
import { DeleteCommand, PutCommand, QueryCommand, TransactWriteCommand } from './commands.ts';
import { dueIn, dueOf, type Key, keys, tableDefinition } from './keys.ts';
import { markMinute, minuteMarked } from './marks.ts';

const { tableName: TableName } = tableDefinition;

type Output = { readonly Items?: readonly Item[]; readonly LastEvaluatedKey?: Key };
type Partition = { readonly pk: string; readonly until: string; readonly limit?: number };

const readDueItem = (item: Item): DueItem => {
  const [at = '', tenant = '', id = ''] = String(item['sk']).split('#');
  return { tenant, kind: String(item['k']), id, at };
};

/** What stands in a partition up to an instant, in its order. */
const standing = async (client: MeteredClient, { pk, until, limit }: Partition): Promise<readonly DueItem[]> => {
  const found: DueItem[] = [];
  let start: Key | undefined;
  do {
    const output: Output = await client.read(
      new QueryCommand({
        TableName,
        // `$` is the character after `#`, so everything due at that very instant is still below it.
        KeyConditionExpression: 'pk = :pk AND sk < :beyond',
        ExpressionAttributeValues: { ':pk': pk, ':beyond': `${until}$` },
        ...(start !== undefined && { ExclusiveStartKey: start }),
        ...(limit !== undefined && { Limit: limit }),
        ConsistentRead: true,
        ReturnConsumedCapacity: 'TOTAL',
      }),
    );
    found.push(...(output.Items ?? []).map(readDueItem));
    start = output.LastEvaluatedKey;
  } while (start !== undefined && (limit === undefined || found.length < limit));
  return found;
};

const dueKey = ({ tenant, id }: DueItem, at: string): Key => keys.due(at, tenant, id);

const answered = async (
  client: MeteredClient,
  item: DueItem,
  next: string | undefined,
  seq: number,
): Promise<boolean> => {
  const put = next === undefined ? [] : [{ Put: { TableName, Item: { ...dueKey(item, next), k: item.kind } } }];
  const unchanged =
    seq === 0
      ? { ConditionExpression: 'attribute_not_exists(pk)' }
      : { ConditionExpression: 'v = :v', ExpressionAttributeValues: { ':v': seq } };
  const check = { ConditionCheck: { TableName, Key: keys.state(item.tenant, item.kind, item.id), ...unchanged } };
  const away = { Delete: { TableName, Key: dueKey(item, item.at) } };
  const command = new TransactWriteCommand({ TransactItems: [...put, away, check], ReturnConsumedCapacity: 'TOTAL' });
  try {
    await client.write(command);
    return true;
  } catch (thrown) {
    if (meaningOf(thrown) === 'bug') throw thrown;
    return false;
  }
};

/**
 * What is due, over whichever engine the client speaks to; items themselves are written by the commands that decide
 * them.
 */
export const dueTable =
  (client: TableClient) =>
  (meter: Meter): DueStore => {
    const counted = metered(client, meter);
    return {
      watermark: () => minuteMarked(counted, keys.watermark()),
      setWatermark: (minute, before) => markMinute(counted, keys.watermark(), minute, before),
      due: (minute, until) => standing(counted, { pk: dueIn(minute), until }),
      dueOf: (tenant, until, limit) => standing(counted, { pk: dueOf(tenant), until, limit }),
      answered: (item, next, seq) => answered(counted, item, next, seq),
      postpone: async (item, until) => {
        // First the new one, then the old one away: a crash in between leaves one wake-up too many, never one too few.
        const both = { TableName, ReturnConsumedCapacity: 'TOTAL' } as const;
        await counted.write(new PutCommand({ ...both, Item: { ...dueKey(item, until), k: item.kind } }));
        await counted.write(new DeleteCommand({ ...both, Key: dueKey(item, item.at) }));
      },
    };
  };
