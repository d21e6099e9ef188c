import { PutCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import type { Delivery } from '../../domain/webhooks/schema.ts';
import { raise } from '../_kit/signals.ts';
import type { DeliveryRequest, DeliveryStore, Page, StoredDelivery } from '../_kit/store.ts';
import { type MeteredClient, meaningOf, metered, type TableClient } from './client.ts';
import type { Item } from './codec.ts';
import { wakeUpItem } from './items.ts';
import { indexKeys, keys, tableDefinition } from './keys.ts';
import { itemAt, readItems } from './load.ts';
import { queryPage } from './walk.ts';

const { tableName: TableName } = tableDefinition;
/** After so many that do not match, a page is answered as it is, with its `next`. */
const lookedMax = 200;
const atOnce = 50;

const itemOf = (tenant: string, delivery: Delivery, version: number): Item => ({
  ...keys.delivery(tenant, delivery.deliveryId),
  v: version,
  s: delivery,
  ...indexKeys.deliveries(tenant, delivery.endpointId, { createdAt: delivery.createdAt, id: delivery.deliveryId }),
});

const readDelivery = (item: Item | undefined): StoredDelivery | undefined =>
  item === undefined ? undefined : { version: Number(item['v']), delivery: item['s'] as Delivery };

const find = async (client: MeteredClient, tenant: string, ids: readonly string[]) => {
  const items = await readItems(
    client,
    ids.map((id) => keys.delivery(tenant, id)),
  );
  return ids.map((id) => readDelivery(itemAt(items, keys.delivery(tenant, id))));
};

/** The wake-up joins the delivery's own transaction, so none that waits can be forgotten. */
const put = async (
  client: MeteredClient,
  tenant: string,
  { delivery, before, wake }: { readonly delivery: Delivery; readonly before: number; readonly wake: boolean },
): Promise<boolean> => {
  const unchanged =
    before === 0
      ? { ConditionExpression: 'attribute_not_exists(pk)' }
      : { ConditionExpression: 'v = :v', ExpressionAttributeValues: { ':v': before } };
  const { nextAttemptAt, deliveryId: id } = delivery;
  const Put = { TableName, Item: itemOf(tenant, delivery, before + 1), ...unchanged };
  const ReturnConsumedCapacity = 'TOTAL';
  const wakeUp =
    wake && nextAttemptAt !== undefined
      ? { Put: { TableName, Item: wakeUpItem(tenant, { kind: 'delivery', id }, nextAttemptAt) } }
      : undefined;
  try {
    await client.write(
      wakeUp === undefined
        ? new PutCommand({ ...Put, ReturnConsumedCapacity })
        : new TransactWriteCommand({ TransactItems: [{ Put }, wakeUp], ReturnConsumedCapacity }),
    );
    return true;
  } catch (thrown) {
    const meaning = meaningOf(thrown);
    if (meaning === 'bug') throw thrown;
    return meaning === 'raced' ? false : raise({ signal: 'unavailable' }, thrown);
  }
};

/** The next deliveries of an endpoint behind a place, each with its own place, and whether there are more. */
const stretch = async (client: MeteredClient, tenant: string, endpointId: string, after: string | undefined) => {
  const { L } = indexKeys.deliveries(tenant, endpointId, { createdAt: '-', id: '-' });
  const asked = { index: 'listing', pk: ['L', L], sk: ['LS', 'below', after], limit: atOnce } as const;
  const output = await queryPage(client, asked);
  const places = (output.Items ?? []).map((item) => String(item['LS']));
  const ids = places.map((place) => place.slice(place.lastIndexOf('#') + 1));
  const stored = ids.length === 0 ? [] : await find(client, tenant, ids);
  const found = places.map((place, at) => ({ place, delivery: stored[at]?.delivery }));
  return { found, isEnd: output.LastEvaluatedKey === undefined };
};

type Placed = Awaited<ReturnType<typeof stretch>>['found'][number];
const isThere = (one: Placed): one is Placed & { readonly delivery: Delivery } => one.delivery !== undefined;

const list = async (
  client: MeteredClient,
  { tenant, endpointId, after, limit, matches = () => true }: DeliveryRequest,
): Promise<Page<Delivery>> => {
  const items: Delivery[] = [];
  let position = after;
  for (let looked = 0; looked < lookedMax; looked += atOnce) {
    const { found, isEnd } = await stretch(client, tenant, endpointId, position);
    const fitting = found.filter(isThere).filter(({ delivery }) => matches(delivery));
    const taken = fitting.slice(0, limit - items.length);
    items.push(...taken.map(({ delivery }) => delivery));
    const last = taken.at(-1)?.place;
    if (items.length === limit && !(isEnd && last === found.at(-1)?.place)) return { items, next: last };
    if (isEnd) return { items, next: undefined };
    position = found.at(-1)?.place;
  }
  return { items, next: position };
};

/** The log of deliveries, over whichever engine the client speaks to. */
export const deliveryTable = (client: TableClient): DeliveryStore => {
  const counted = metered(client, { read: 0, write: 0 });
  return {
    find: (tenant, ids) => (ids.length === 0 ? Promise.resolve([]) : find(counted, tenant, ids)),
    put: (tenant, delivery, before, wake) => put(counted, tenant, { delivery, before, wake }),
    list: (request) => list(counted, request),
  };
};
