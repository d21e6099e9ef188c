import type { ListRequest, Page, RootRef } from '../_kit/store.ts';
import type { MeteredClient } from './client.ts';
import type { Item } from './codec.ts';
import { QueryCommand } from './commands.ts';
import { type Key, keys, kindAndId, tableDefinition } from './keys.ts';
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

/** What comes next on a walk: places in order, up to where the walk has come, and whether it ends there. */
export type Stretch = {
  readonly places: readonly { readonly position: string; readonly ref: RootRef }[];
  readonly reached: string | undefined;
  readonly isEnd: boolean;
  /** How much was read to get there. */
  readonly looked: number;
};
export type Walk = (after: string | undefined, limit: number) => Promise<Stretch>;

type Partition = Pick<Asked, 'index' | 'pk'> & { readonly skName: string; readonly order: 'above' | 'below' };

/** Where a walk begins: at its cursor, or at the edge of the time that was asked for. */
const edge = (order: 'above' | 'below', after: string | undefined, bound: string | undefined): string | undefined => {
  if (after === undefined || bound === undefined) return after ?? bound;
  return (order === 'below') === after < bound ? after : bound;
};

/**
 * A walk along one partition of an index, within a half-open time. Sort keys are `<instant>#<id>`, so every key of an
 * instant stands above the bare instant.
 */
export const inIndex =
  (
    client: MeteredClient,
    { from, to }: Pick<ListRequest, 'from' | 'to'>,
    { index, pk, skName, order }: Partition,
  ): Walk =>
  async (after, limit) => {
    const begin = edge(order, after, order === 'below' ? to : from);
    const output = await queryPage(client, { index, pk, sk: [skName, order, begin], limit });
    const all = (output.Items ?? []).map((item) => ({
      position: String(item[skName]),
      ref: kindAndId(item as unknown as Key),
    }));
    const places = all.filter(
      ({ position }) => (from === undefined || position > from) && (to === undefined || position < to),
    );
    return {
      places,
      reached: all.at(-1)?.position,
      isEnd: output.LastEvaluatedKey === undefined || places.length < all.length,
      looked: all.length,
    };
  };

const keysOfRef = (tenant: string, ref: RootRef): readonly Key[] =>
  ref.kind === 'claim' ? [keys.claim(tenant, ref.id)] : rootKeys(tenant, ref);

/** Fetches the states behind places, in their order; undefined for what is not there any more. */
export const statesOf = async (
  client: MeteredClient,
  tenant: string,
  refs: readonly RootRef[],
): Promise<readonly unknown[]> => {
  const items = await readItems(
    client,
    refs.flatMap((ref) => keysOfRef(tenant, ref)),
  );
  return refs.map((ref) =>
    ref.kind === 'claim'
      ? itemAt(items, keys.claim(tenant, ref.id))?.['s']
      : rootFrom(client, items, tenant, ref).state,
  );
};

/** After how many objects a request that fills its page reads no further, and answers what it has found. */
export const lookedMax = 200;
/** How many are read at once where not all of them are wanted: a policy takes two keys of the hundred in one read. */
const atOnce = 50;

/** A step back to the table for fewer would cost more time than it saves units. */
const atLeast = 10;

/**
 * How many objects of a filtered list are read next: first a page, then as many as the rest of the page should take by
 * what has fitted so far. So a common filter costs little more than its page, and a rare one goes on in large steps.
 */
export const nextStep = (looked: number, found: number, wanted: number): number => {
  const likely = looked === 0 ? wanted : found === 0 ? atOnce : Math.ceil((wanted * looked) / found);
  const step = looked === 0 ? likely : Math.max(atLeast, likely);
  return Math.min(step, atOnce, lookedMax - looked);
};

/**
 * Goes along a walk until the page is full, the walk ends, or enough has been read. `next` is the place of the last
 * object that was looked at, so that the following page begins right behind it, whatever has happened meanwhile.
 */
export const collect = async (
  client: MeteredClient,
  { tenant, after, limit, matches }: ListRequest,
  walk: Walk,
): Promise<Page<unknown>> => {
  let items: readonly unknown[] = [];
  let position = after;
  for (let looked = 0; looked < lookedMax; ) {
    const wanted = limit - items.length;
    const stretch = await walk(position, matches === undefined ? wanted : nextStep(looked, items.length, wanted));
    const refs = stretch.places.map(({ ref }) => ref);
    const states = await statesOf(client, tenant, refs);
    const fitting = [...states.entries()].filter(([, state]) => state !== undefined && matches?.(state) !== false);
    const taken = fitting.slice(0, wanted);
    items = [...items, ...taken.map(([, state]) => state)];
    const last = taken.at(-1)?.[0] ?? -1;
    if (items.length === limit && !(stretch.isEnd && last === refs.length - 1))
      return { items, next: stretch.places[last]?.position };
    if (stretch.isEnd) return { items, next: undefined };
    position = stretch.reached;
    looked += Math.max(1, stretch.looked);
  }
  return { items, next: position };
};
