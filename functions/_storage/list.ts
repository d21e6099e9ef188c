import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { Page, PageRequest, RootRef, StoredRecord } from '../_kit/store.ts';
import type { MeteredClient } from './client.ts';
import { type Item, readRecord } from './codec.ts';
import { indexKeys, type Key, keys, kindAndId, seqOf, tableDefinition } from './keys.ts';
import { itemAt, readItems, rootFrom, rootKeys } from './load.ts';

type QueryOutput = { readonly Items?: readonly Item[]; readonly LastEvaluatedKey?: object };
type Asked = {
  readonly index: string;
  readonly pk: readonly [name: string, value: string];
  readonly sk: readonly [name: string, condition: 'above' | 'below', value: string | undefined];
  readonly limit: number;
};

const conditions = { above: '#sk > :after', below: '#sk < :after' } as const;

/** One page of one index partition, in key order; `below` reads from the newest down. */
export const queryPage = async (client: MeteredClient, asked: Asked): Promise<QueryOutput> => {
  const [pkName, pk] = asked.pk;
  const [skName, condition, after] = asked.sk;
  return client.read<QueryOutput>(
    new QueryCommand({
      TableName: tableDefinition.tableName,
      IndexName: asked.index,
      KeyConditionExpression: after === undefined ? '#pk = :pk' : `#pk = :pk AND ${conditions[condition]}`,
      ExpressionAttributeNames: { '#pk': pkName, ...(after !== undefined && { '#sk': skName }) },
      ExpressionAttributeValues: { ':pk': pk, ...(after !== undefined && { ':after': after }) },
      ScanIndexForward: condition !== 'below',
      Limit: asked.limit,
      ReturnConsumedCapacity: 'TOTAL',
    }),
  );
};

const lastOf = (output: QueryOutput, skName: string): string | undefined =>
  output.LastEvaluatedKey === undefined ? undefined : String(output.Items?.at(-1)?.[skName]);

const keysOfRef = (tenant: string, ref: RootRef): readonly Key[] =>
  ref.kind === 'claim' ? [keys.claim(tenant, ref.id)] : rootKeys(tenant, ref);

/** Fetches the states behind index entries, in the order of the index. */
const statesOf = async (
  client: MeteredClient,
  tenant: string,
  refs: readonly RootRef[],
): Promise<readonly unknown[]> => {
  const items = await readItems(
    client,
    refs.flatMap((ref) => keysOfRef(tenant, ref)),
  );
  return refs.flatMap((ref) => {
    const state =
      ref.kind === 'claim'
        ? itemAt(items, keys.claim(tenant, ref.id))?.['s']
        : rootFrom(client, items, tenant, ref).state;
    return state === undefined ? [] : [state];
  });
};

const refsOf = (output: QueryOutput): readonly RootRef[] =>
  (output.Items ?? []).map((item) => kindAndId(item as unknown as Key));

/** Newest first, by the time of creation, which never changes; so a cursor survives whatever is inserted. */
export const list = async (
  client: MeteredClient,
  kind: string,
  { tenant, after, limit }: PageRequest,
): Promise<Page<unknown>> => {
  const { L } = indexKeys.listing(tenant, kind, '-', '-');
  const output = await queryPage(client, { index: 'listing', pk: ['L', L], sk: ['LS', 'below', after], limit });
  const items = await statesOf(client, tenant, refsOf(output));
  return { items, next: lastOf(output, 'LS') };
};

/** Oldest first: what has waited longest is done next. */
export const queue = async (
  client: MeteredClient,
  name: string,
  { tenant, after, limit }: PageRequest,
): Promise<Page<unknown>> => {
  const { Q } = indexKeys.queue(tenant, name, '-', '-');
  const output = await queryPage(client, { index: 'queue', pk: ['Q', Q], sk: ['QS', 'above', after], limit });
  return { items: await statesOf(client, tenant, refsOf(output)), next: lastOf(output, 'QS') };
};

/** An aggregate's records, first to last, read consistently. */
export const history = async (
  client: MeteredClient,
  root: RootRef,
  { tenant, after, limit }: PageRequest,
): Promise<Page<StoredRecord>> => {
  const from = keys.record(tenant, root.kind, root.id, after === undefined ? 1 : Number(after) + 1);
  const output = await client.read<QueryOutput>(
    new QueryCommand({
      TableName: tableDefinition.tableName,
      KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :last',
      ExpressionAttributeValues: { ':pk': from.pk, ':from': from.sk, ':last': 'OP#9999999999' },
      Limit: limit,
      ConsistentRead: true,
      ReturnConsumedCapacity: 'TOTAL',
    }),
  );
  const items = output.Items ?? [];
  const next = output.LastEvaluatedKey === undefined ? undefined : String(seqOf(String(items.at(-1)?.['sk'])));
  return { items: items.map((item) => readRecord(item, client.compression)), next };
};
