import type { FeedEnd } from '../../domain/audit/feed-entry.ts';
import type { Meter } from '../_kit/platform.ts';
import type {
  AuditedHead,
  AuditStore,
  CheckpointMark,
  FeedAdvance,
  Page,
  RecordRef,
  RootRef,
  StoredRecord,
} from '../_kit/store.ts';
import { endItem, feedItem, headItem, markItem, readEnd, readFeedEntry, readHead, readMark } from './audit-codec.ts';
import { type AnyCommand, type MeteredClient, meaningOf, metered, type TableClient } from './client.ts';
import { type Compression, deflate, type Item, readRecord } from './codec.ts';
import { GetCommand, PutCommand, QueryCommand, TransactWriteCommand } from './commands.ts';
import { indexKeys, type Key, keys, kindAndId, seqOf, tableDefinition, tenantOf } from './keys.ts';
import { itemAt, readItems } from './load.ts';
import { markMinute, minuteMarked } from './marks.ts';
import { queryPage } from './walk.ts';

const { tableName: TableName } = tableDefinition;
/** DynamoDB's limits: keys in one read, and the page that suits it. */
const readMax = 100;
const absent = { ConditionExpression: 'attribute_not_exists(pk)' };

type Output = { readonly Items?: readonly Item[]; readonly LastEvaluatedKey?: object };
type Put = { readonly Put: { readonly TableName: string; readonly Item: Item } & object };

const put = (key: Key, attributes: Item, condition: object): Put => ({
  Put: { TableName, Item: { ...key, ...attributes }, ...condition },
});

const itemOf = async (client: MeteredClient, key: Key): Promise<Item | undefined> => {
  const output = await client.read<{ readonly Item?: Item }>(
    new GetCommand({ TableName, Key: key, ConsistentRead: true, ReturnConsumedCapacity: 'TOTAL' }),
  );
  return output.Item;
};

/** One page of one partition from a sort key on, read consistently. */
const pageOf = (client: MeteredClient, after: Key, last: string, limit: number): Promise<Output> =>
  client.read<Output>(
    new QueryCommand({
      TableName,
      KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :last',
      ExpressionAttributeValues: { ':pk': after.pk, ':from': after.sk, ':last': last },
      Limit: limit,
      ConsistentRead: true,
      ReturnConsumedCapacity: 'TOTAL',
    }),
  );

const manyItems = async (client: MeteredClient, wanted: readonly Key[]): Promise<ReadonlyMap<string, Item>> => {
  const found = new Map<string, Item>();
  for (let at = 0; at < wanted.length; at += readMax) {
    for (const [name, item] of await readItems(client, wanted.slice(at, at + readMax))) found.set(name, item);
  }
  return found;
};

const heads = async (client: MeteredClient, tenant: string, roots: readonly RootRef[]) => {
  const items = await manyItems(
    client,
    roots.map(({ id }) => keys.head(tenant, id)),
  );
  return roots.map(({ kind, id }) => readHead(itemAt(items, keys.head(tenant, id)), { aggregate: kind, id }));
};

const recordOrNot = (item: Item, compression: Compression): StoredRecord | 'unreadable' => {
  try {
    return readRecord(item, compression);
  } catch {
    return 'unreadable';
  }
};

const records = async (client: MeteredClient, refs: readonly RecordRef[]) => {
  const keyOf = ({ tenant, kind, id, seq }: RecordRef): Key => keys.record(tenant, kind, id, seq);
  const items = await manyItems(client, refs.map(keyOf));
  return refs.map((ref) => {
    const item = itemAt(items, keyOf(ref));
    return item === undefined ? undefined : recordOrNot(item, client.compression);
  });
};

/** A head moves only from where it was seen, to the byte: two appenders can never both move it. */
const headAction = (tenant: string, { before, after }: FeedAdvance['heads'][number]): Put => {
  const from =
    before.hash === null
      ? absent
      : {
          ConditionExpression: 'v = :v AND h = :h',
          ExpressionAttributeValues: { ':v': before.seq, ':h': Buffer.from(before.hash, 'hex') },
        };
  return put(keys.head(tenant, after.id), headItem(after), from);
};

const endAction = (tenant: string, from: number, after: FeedEnd): Put => {
  const condition = from === 0 ? absent : { ConditionExpression: 'n = :n', ExpressionAttributeValues: { ':n': from } };
  return put(keys.feedEnd(tenant), endItem(after), condition);
};

/**
 * False where the write lost a race, and where its reply was lost: whoever asks reads the heads again, which tell.
 */
const wrote = async (client: MeteredClient, command: AnyCommand): Promise<boolean> => {
  try {
    await client.write(command);
    return true;
  } catch (thrown) {
    if (meaningOf(thrown) === 'bug') throw thrown;
    return false;
  }
};

const append = (client: MeteredClient, tenant: string, { from, heads: moved, entries }: FeedAdvance) => {
  const actions = [
    endAction(tenant, from, { debtAt: entries.at(-1)?.debtAt, position: from + entries.length }),
    ...moved.map((move) => headAction(tenant, move)),
    ...entries.map((entry) => put(keys.feed(tenant, entry.position), feedItem(entry), absent)),
  ];
  return wrote(client, new TransactWriteCommand({ TransactItems: actions, ReturnConsumedCapacity: 'TOTAL' }));
};

const recordedIn = async (
  client: MeteredClient,
  minute: string,
  after: string | undefined,
): Promise<Page<RecordRef>> => {
  const { R } = indexKeys.recorded(minute, '-', 0);
  const output = await queryPage(client, {
    index: 'recorded',
    pk: ['R', R],
    sk: ['RS', 'above', after],
    limit: readMax,
  });
  const found = (output.Items ?? []).map((item) => ({ pk: String(item['pk']), sk: String(item['sk']) }));
  const next = output.LastEvaluatedKey === undefined ? undefined : String(output.Items?.at(-1)?.['RS']);
  return {
    items: found.map((key) => ({ tenant: tenantOf(key), ...kindAndId(key), seq: seqOf(key.sk) })),
    next,
  };
};

const allHeads = async (
  client: MeteredClient,
  tenant: string,
  after: string | undefined,
): Promise<Page<AuditedHead>> => {
  // A space sorts below every character of an id, so the page begins after the one named.
  const output = await pageOf(client, keys.head(tenant, after === undefined ? ' ' : `${after} `), '~', 1000);
  const items = (output.Items ?? []).map((item) => readHead(item, { aggregate: '', id: String(item['sk']) }));
  return { items, next: output.LastEvaluatedKey === undefined ? undefined : items.at(-1)?.id };
};

const tenants = async (client: MeteredClient): Promise<readonly string[]> => {
  const found: string[] = [];
  for (let more = true; more; ) {
    const output: Output = await pageOf(client, keys.tenants(`${found.at(-1) ?? ''} `), '~', 1000);
    found.push(...(output.Items ?? []).map((item) => String(item['sk'])));
    more = output.LastEvaluatedKey !== undefined;
  }
  return found;
};

const moveCheckpoint = (
  client: MeteredClient,
  tenant: string,
  before: CheckpointMark | undefined,
  after: CheckpointMark,
) => {
  const condition =
    before === undefined
      ? absent
      : { ConditionExpression: 'n = :n', ExpressionAttributeValues: { ':n': before.number } };
  const { Put: input } = put(keys.checkpoint(tenant), markItem(after), condition);
  return wrote(client, new PutCommand({ ...input, ReturnConsumedCapacity: 'TOTAL' }));
};

/** The audit's part of the table, over whichever engine the client speaks to. */
export const auditTable =
  (client: TableClient, compression = deflate) =>
  (meter: Meter): AuditStore => {
    const counted = metered(client, meter, compression);
    return {
      heads: (tenant, roots) => heads(counted, tenant, roots),
      feedEnd: async (tenant) => readEnd(await itemOf(counted, keys.feedEnd(tenant))),
      append: (tenant, advance) => append(counted, tenant, advance),
      feed: async (tenant, after, limit) => {
        const output = await pageOf(counted, keys.feed(tenant, after + 1), 'AT#9999999999', limit);
        return (output.Items ?? []).map(readFeedEntry);
      },
      records: (refs) => records(counted, refs),
      chain: async (tenant, { kind, id }, after) => {
        const output = await pageOf(counted, keys.record(tenant, kind, id, after + 1), 'OP#9999999999', 1000);
        return (output.Items ?? []).map((item) => ({
          seq: seqOf(String(item['sk'])),
          stored: recordOrNot(item, compression),
        }));
      },
      recordedIn: (minute, after) => recordedIn(counted, minute, after),
      allHeads: (tenant, after) => allHeads(counted, tenant, after),
      checkpoint: async (tenant) => readMark(await itemOf(counted, keys.checkpoint(tenant))),
      moveCheckpoint: (tenant, before, after) => moveCheckpoint(counted, tenant, before, after),
      tenants: () => tenants(counted),
      sweptTo: () => minuteMarked(counted, keys.swept()),
      markSwept: (minute, before) => markMinute(counted, keys.swept(), minute, before),
    };
  };
