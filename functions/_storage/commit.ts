import { sha256Hex } from '../_kit/crypto.ts';
import { canonicalJson } from '../_kit/record.ts';
import { isSandbox } from '../_kit/sandbox.ts';
import type { Change, Commit, CommitResult, StoredAnswer } from '../_kit/store.ts';
import { type MeteredClient, meaningOf } from './client.ts';
import { answerItem, type Compression, type Item, readAnswer } from './codec.ts';
import { PutCommand, TransactWriteCommand } from './commands.ts';
import {
  claimItem,
  generationItems,
  heldItem,
  operationItem,
  releasedItem,
  revocationItems,
  stateItem,
  tenantItem,
  wakeUpItem,
} from './items.ts';
import { type Key, keys, tableDefinition } from './keys.ts';
import { itemAt, readItems } from './load.ts';

const { tableName: TableName } = tableDefinition;
type Action = { readonly Put: object } | { readonly ConditionCheck: object };

const put = (item: Item, condition: object = {}): Action => ({ Put: { TableName, Item: item, ...condition } });
const absent = { ConditionExpression: 'attribute_not_exists(pk)' };

const unchanged = (seq: number): object =>
  seq === 0 ? absent : { ConditionExpression: 'v = :v', ExpressionAttributeValues: { ':v': seq } };

/** A claim moves on from exactly the state that was read: its policy's version alone would not tell a stale copy. */
const claimActions = (tenant: string, { claims, record }: Change): readonly Action[] =>
  claims.map((claim) => put(claimItem(tenant, claim, record), unchanged(claim.before)));

const wakeUpActions = (tenant: string, { kind, before, arm }: Change): readonly Action[] =>
  arm === undefined ? [] : [put(wakeUpItem(tenant, { kind, id: before.id }, arm))];

const changeActions = (tenant: string, change: Change, compression: Compression): readonly Action[] => [
  put(stateItem(tenant, change), unchanged(change.before.seq)),
  put(operationItem(tenant, change, compression), absent),
  ...claimActions(tenant, change),
  ...wakeUpActions(tenant, change),
  ...[...revocationItems(change.record), ...generationItems(change.record)].map((item) => put(item)),
];

/** A tenant is made once: whoever comes second finds the first one's secret. */
const foundingActions = (founding: Commit['founding']): readonly Action[] =>
  founding === undefined
    ? []
    : [put(tenantItem(founding.tenant, founding.wrapped), absent), put(keys.tenants(founding.tenant))];

/**
 * A sandbox's clock must not have gone past the time at which the command was decided, and must not be about to: what
 * it writes would come after things that happened later (design §8). A live tenant's time is nobody's to move.
 */
const timeActions = (tenant: string, changes: readonly Change[]): readonly Action[] => {
  const now = changes[0]?.record.businessAt;
  if (now === undefined || !isSandbox(tenant)) return [];
  const notPast = { ConditionExpression: 'attribute_not_exists(pk) OR (a <= :now AND attribute_not_exists(c))' };
  const values = { ExpressionAttributeValues: { ':now': now } };
  return [{ ConditionCheck: { TableName, Key: keys.clock(tenant), ...notPast, ...values } }];
};

const actionsOf = (
  { tenant, answerKey, answer, changes, vaults, holds, releases, unchanged: asRead, founding }: Commit,
  compression: Compression,
): readonly Action[] => [
  ...changes.flatMap((change) => changeActions(tenant, change, compression)),
  ...foundingActions(founding),
  put({ ...keys.answer(tenant, answerKey), ...answerItem(answer, compression) }, absent),
  ...timeActions(tenant, changes),
  ...asRead.map(({ kind, id, seq }) => ({
    ConditionCheck: { TableName, Key: keys.state(tenant, kind, id), ...unchanged(seq) },
  })),
  // A person's key is never overwritten: what it has sealed could not be opened any more.
  ...vaults.map(({ customerId, wrappedKey }) => put({ ...keys.vault(tenant, customerId), w: wrappedKey }, absent)),
  ...holds.map(({ hash, holder }) =>
    put(heldItem(tenant, hash, holder), {
      ConditionExpression: 'attribute_not_exists(pk) OR rl = :released',
      ExpressionAttributeValues: { ':released': true },
    }),
  ),
  ...releases.map(({ hash, holder }) =>
    put(releasedItem(tenant, hash, holder), {
      ConditionExpression: 'a = :holder',
      ExpressionAttributeValues: { ':holder': holder },
    }),
  ),
];

/** What the key holds, read consistently; a read that fails leaves the outcome open. */
const settled = async (client: MeteredClient, key: Key, thrown: unknown): Promise<CommitResult> => {
  const meaning = meaningOf(thrown);
  if (meaning === 'bug') throw thrown;
  try {
    const answer = readAnswer(itemAt(await readItems(client, [key]), key), client.compression);
    return answer === undefined ? { status: meaning } : { status: 'answered', answer };
  } catch {
    return { status: 'unavailable' };
  }
};

/**
 * Writes states, records and answer in one transaction. The token is a hash of the content, so the client's own
 * repetition of one request has no second effect; whatever else goes wrong, the key item tells what happened (design
 * §4).
 */
export const commit = async (client: MeteredClient, wanted: Commit): Promise<CommitResult> => {
  const actions = actionsOf(wanted, client.compression);
  const token = sha256Hex(
    canonicalJson({
      of: wanted.answerKey,
      records: wanted.changes.map(({ hash }) => hash),
      by: wanted.answer.callId,
    }),
  );
  try {
    await client.write(
      new TransactWriteCommand({
        TransactItems: actions as ConstructorParameters<typeof TransactWriteCommand>[0]['TransactItems'],
        ClientRequestToken: token.slice(0, 32),
        ReturnConsumedCapacity: 'TOTAL',
      }),
    );
    return { status: 'committed' };
  } catch (thrown) {
    return settled(client, keys.answer(wanted.tenant, wanted.answerKey), thrown);
  }
};

/** Keeps a refusal under its key alone, unless the key has an answer already. */
export const remember = async (
  client: MeteredClient,
  tenant: string,
  answerKey: string,
  answer: StoredAnswer,
): Promise<CommitResult> => {
  const key = keys.answer(tenant, answerKey);
  try {
    await client.write(
      new PutCommand({
        TableName,
        Item: { ...key, ...answerItem(answer, client.compression) },
        ...absent,
        ReturnConsumedCapacity: 'TOTAL',
      }),
    );
    return { status: 'committed' };
  } catch (thrown) {
    return settled(client, key, thrown);
  }
};
