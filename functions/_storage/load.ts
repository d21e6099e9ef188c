import { fixedBy, type RootKind } from '../_kit/aggregates.ts';
import { raise } from '../_kit/signals.ts';
import type { LoadRequest, LoadResult, RootRef, StoredClaim, StoredRoot } from '../_kit/store.ts';
import type { MeteredClient } from './client.ts';
import { type Item, readAnswer, readRoot } from './codec.ts';
import { BatchGetCommand } from './commands.ts';
import { type Key, keys, tableDefinition } from './keys.ts';

type BatchOutput = {
  readonly Responses?: Readonly<Record<string, readonly Item[]>>;
  readonly UnprocessedKeys?: Readonly<Record<string, { readonly Keys?: readonly Key[] }>>;
};

const roundsMax = 5;
/** DynamoDB's limit for one read. */
const keysMax = 100;
const nameOf = ({ pk, sk }: { readonly pk: string; readonly sk: string }): string => `${pk}\n${sk}`;

/**
 * Reads items consistently, in one request for every hundred unless the table asks for the rest to be fetched again.
 */
export const readItems = async (client: MeteredClient, wanted: readonly Key[]): Promise<ReadonlyMap<string, Item>> => {
  const found = new Map<string, Item>();
  let missing: readonly Key[] = [...new Map(wanted.map((key) => [nameOf(key), key])).values()];
  for (let round = 0; missing.length > 0; ) {
    // A table that is too busy to read everything is asked again later, by the command or by its caller.
    if (round === roundsMax) return raise({ signal: 'unavailable' }, new Error('Keys were left unread five times.'));
    const Keys = missing.slice(0, keysMax);
    const request = { RequestItems: { [tableDefinition.tableName]: { Keys, ConsistentRead: true } } };
    const output = await client.read<BatchOutput>(new BatchGetCommand({ ...request, ReturnConsumedCapacity: 'TOTAL' }));
    for (const item of output.Responses?.[tableDefinition.tableName] ?? [])
      found.set(nameOf(item as unknown as Key), item);
    const unread = output.UnprocessedKeys?.[tableDefinition.tableName]?.Keys ?? [];
    if (unread.length > 0) round += 1;
    missing = [...unread, ...missing.slice(keysMax)];
  }
  return found;
};

export const itemAt = (items: ReadonlyMap<string, Item>, key: Key): Item | undefined => items.get(nameOf(key));

/** The keys of an aggregate: its state, and its first record where that fixes terms. */
export const rootKeys = (tenant: string, { kind, id }: RootRef): readonly Key[] => {
  const state = keys.state(tenant, kind, id);
  return fixedBy[kind as RootKind] === undefined ? [state] : [state, keys.record(tenant, kind, id, 1)];
};

export const rootFrom = (
  { compression }: MeteredClient,
  items: ReadonlyMap<string, Item>,
  tenant: string,
  root: RootRef,
): StoredRoot => {
  const { kind, id } = root;
  const first = itemAt(items, keys.record(tenant, kind, id, 1));
  return readRoot(root, itemAt(items, keys.state(tenant, kind, id)), first, compression);
};

const claimFrom = (item: Item | undefined): StoredClaim | undefined =>
  item === undefined ? undefined : { seq: Number(item['v']), state: item['s'] };

const holderOf = (item: Item | undefined): string | undefined =>
  item === undefined || item['rl'] === true ? undefined : String(item['a']);

/** Everything that a command needs, in one consistent read (design §4). */
export const load = async (client: MeteredClient, request: LoadRequest): Promise<LoadResult> => {
  const { tenant, answerKey, roots, claims, vaults, holds } = request;
  const answer = answerKey === undefined ? [] : [keys.answer(tenant, answerKey)];
  const items = await readItems(client, [
    ...answer,
    ...roots.flatMap((root) => rootKeys(tenant, root)),
    ...claims.map((id) => keys.claim(tenant, id)),
    ...vaults.map((id) => keys.vault(tenant, id)),
    ...holds.map((hash) => keys.one(tenant, hash)),
  ]);
  const [first] = answer;
  return {
    answer: first === undefined ? undefined : readAnswer(itemAt(items, first), client.compression),
    roots: roots.map((root) => rootFrom(client, items, tenant, root)),
    claims: claims.map((id) => claimFrom(itemAt(items, keys.claim(tenant, id)))),
    vaults: vaults.map((id) => itemAt(items, keys.vault(tenant, id))?.['w'] as string | undefined),
    holders: holds.map((hash) => holderOf(itemAt(items, keys.one(tenant, hash)))),
  };
};
