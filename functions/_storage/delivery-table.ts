import type { Delivery } from '../../domain/webhooks/schema.ts';
import type { Meter } from '../_kit/platform.ts';
import { raise } from '../_kit/signals.ts';
import type { DeliveryRequest, DeliveryStore, DueItem, Page, StoredDelivery } from '../_kit/store.ts';
import { type AnyCommand, type MeteredClient, meaningOf, metered, type TableClient } from './client.ts';
import type { Item } from './codec.ts';
import { PutCommand, TransactWriteCommand } from './commands.ts';
import { wakeUpItem } from './items.ts';
import { indexKeys, keys, tableDefinition } from './keys.ts';
import { itemAt, readItems } from './load.ts';
import { lookedMax, nextStep, queryPage } from './walk.ts';

const { tableName: TableName } = tableDefinition;

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

type Wish = {
  readonly delivery: Delivery;
  readonly before: StoredDelivery | undefined;
  readonly answers: string | undefined;
};

const unchanged = (before: StoredDelivery | undefined) =>
  before === undefined
    ? { ConditionExpression: 'attribute_not_exists(pk)' }
    : { ConditionExpression: 'v = :v', ExpressionAttributeValues: { ':v': before.version } };

const isAt = (at: string | undefined): at is string => at !== undefined;

/** Moves the wake-up to where the delivery waits now, so that none that waits is forgotten and none wakes in vain. */
const wakeUps = (tenant: string, { delivery, before, answers }: Wish) => {
  const { nextAttemptAt: next, deliveryId: id } = delivery;
  const stood = before?.delivery.nextAttemptAt;
  const gone = [...new Set([stood, answers])].filter(isAt).filter((at) => at !== next);
  return [
    ...(next !== undefined && next !== stood
      ? [{ Put: { TableName, Item: wakeUpItem(tenant, { kind: 'delivery', id }, next) } }]
      : []),
    ...gone.map((at) => ({ Delete: { TableName, Key: keys.due(at, tenant, id) } })),
  ];
};

/** False where somebody else was first; nobody can say where a write was cut off. */
const wrote = async (client: MeteredClient, command: AnyCommand): Promise<boolean> => {
  try {
    await client.write(command);
    return true;
  } catch (thrown) {
    const meaning = meaningOf(thrown);
    if (meaning === 'bug') throw thrown;
    return meaning === 'raced' ? false : raise({ signal: 'unavailable' }, thrown);
  }
};

const put = (client: MeteredClient, tenant: string, wish: Wish): Promise<boolean> => {
  const { delivery, before } = wish;
  const Put = { TableName, Item: itemOf(tenant, delivery, (before?.version ?? 0) + 1), ...unchanged(before) };
  const moved = wakeUps(tenant, wish);
  const ReturnConsumedCapacity = 'TOTAL';
  return wrote(
    client,
    moved.length === 0
      ? new PutCommand({ ...Put, ReturnConsumedCapacity })
      : new TransactWriteCommand({ TransactItems: [{ Put }, ...moved], ReturnConsumedCapacity }),
  );
};

const answered = (
  client: MeteredClient,
  { tenant, id, at }: Pick<DueItem, 'tenant' | 'id' | 'at'>,
  before: StoredDelivery | undefined,
): Promise<boolean> => {
  const away = { Delete: { TableName, Key: keys.due(at, tenant, id) } };
  const check = { ConditionCheck: { TableName, Key: keys.delivery(tenant, id), ...unchanged(before) } };
  return wrote(client, new TransactWriteCommand({ TransactItems: [away, check], ReturnConsumedCapacity: 'TOTAL' }));
};

/** The next deliveries of an endpoint behind a place, each with its own place, and whether there are more. */
const stretch = async (
  client: MeteredClient,
  { tenant, endpointId, after }: Pick<DeliveryRequest, 'tenant' | 'endpointId' | 'after'>,
  limit: number,
) => {
  const { L } = indexKeys.deliveries(tenant, endpointId, { createdAt: '-', id: '-' });
  const asked = { index: 'listing', pk: ['L', L], sk: ['LS', 'below', after], limit } as const;
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
  for (let looked = 0; looked < lookedMax; ) {
    // First the page and one more, which tells whether there are others.
    const next = nextStep(looked, items.length, limit - items.length + (looked === 0 ? 1 : 0));
    const { found, isEnd } = await stretch(client, { tenant, endpointId, after: position }, next);
    const fitting = found.filter(isThere).filter(({ delivery }) => matches(delivery));
    const taken = fitting.slice(0, limit - items.length);
    items.push(...taken.map(({ delivery }) => delivery));
    const last = taken.at(-1)?.place;
    if (items.length === limit && !(isEnd && last === found.at(-1)?.place)) return { items, next: last };
    if (isEnd) return { items, next: undefined };
    position = found.at(-1)?.place;
    looked += next;
  }
  return { items, next: position };
};

/** The log of deliveries, over whichever engine the client speaks to. */
export const deliveryTable =
  (client: TableClient) =>
  (meter: Meter): DeliveryStore => {
    const counted = metered(client, meter);
    return {
      find: (tenant, ids) => (ids.length === 0 ? Promise.resolve([]) : find(counted, tenant, ids)),
      put: (tenant, delivery, before, answers) => put(counted, tenant, { delivery, before, answers }),
      answered: (item, before) => answered(counted, item, before),
      list: (request) => list(counted, request),
    };
  };
