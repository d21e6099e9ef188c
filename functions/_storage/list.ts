import type { ListRequest, Page, PageRequest, RootRef, StoredRecord } from '../_kit/store.ts';
import type { MeteredClient } from './client.ts';
import { type Item, readRecord } from './codec.ts';
import { QueryCommand } from './commands.ts';
import { indexKeys, keys, seqOf, tableDefinition } from './keys.ts';
import { claimsThroughPolicies } from './list-claims.ts';
import { collect, inIndex } from './walk.ts';

type QueryOutput = { readonly Items?: readonly Item[]; readonly LastEvaluatedKey?: object };

/** The partition in which a list stands, by what narrows it most: a reference is rarer than a customer. */
const partitionOf = (tenant: string, kind: string, of: ListRequest['of']) => {
  const nowhere = { createdAt: '-', id: '-' };
  if (of !== undefined && !('customerId' in of)) {
    // What is about a policy stands under its id, as what is sold stands under the partner's number.
    const reference = 'policyId' in of ? of.policyId : of.reference;
    const { F } = indexKeys.ofReference(tenant, kind, reference, nowhere);
    return { index: 'reference', pk: ['F', F], skName: 'LS' } as const;
  }
  const { L } =
    of !== undefined && 'customerId' in of
      ? indexKeys.ofCustomer(tenant, kind, of.customerId, nowhere)
      : indexKeys.listing(tenant, kind, '-', '-');
  return { index: 'listing', pk: ['L', L], skName: 'LS' } as const;
};

/**
 * Newest first unless asked otherwise, by the time of creation, which never changes; so a cursor survives whatever is
 * inserted or changed.
 */
export const list = async (client: MeteredClient, kind: string, request: ListRequest): Promise<Page<unknown>> => {
  const { tenant, of, oldestFirst } = request;
  if (kind === 'claim' && of !== undefined) {
    const policies = 'policyId' in of ? undefined : partitionOf(tenant, 'policy', of);
    return collect(client, request, claimsThroughPolicies(client, request, policies));
  }
  const order = oldestFirst === true ? 'above' : 'below';
  return collect(client, request, inIndex(client, request, { ...partitionOf(tenant, kind, of), order }));
};

/** Oldest first: what has waited longest is done next. */
export const queue = async (client: MeteredClient, name: string, request: ListRequest): Promise<Page<unknown>> => {
  const { Q } = indexKeys.queue(request.tenant, name, '-', '-');
  const place = { index: 'queue', pk: ['Q', Q], skName: 'QS', order: 'above' } as const;
  return collect(client, request, inIndex(client, request, place));
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
