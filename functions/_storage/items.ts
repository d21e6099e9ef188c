import { generationsIn, revokedBy } from '../_kit/aggregates.ts';
import { relationsOf } from '../_kit/relations.ts';
import type { Change } from '../_kit/store.ts';
import { type Compression, deflate, type Item, recordItem, stateAttributes } from './codec.ts';
import { indexKeys, keys } from './keys.ts';

/**
 * The items of a change, whole with their keys. The commit writes them on conditions, and a table that is rebuilt from
 * its records gets the very same ones.
 */
export const stateItem = (
  tenant: string,
  { kind, before, state, record, hash, due, queue }: Omit<Change, 'arm' | 'claims'>,
): Item => {
  const createdAt = before.createdAt ?? record.recordedAt;
  return {
    ...keys.state(tenant, kind, before.id),
    v: record.seq,
    h: Buffer.from(hash, 'hex'),
    at: record.recordedAt,
    ca: createdAt,
    s: stateAttributes(kind, state),
    ...(due !== undefined && { due }),
    ...indexKeys.listing(tenant, kind, createdAt, before.id),
    ...(queue !== undefined && indexKeys.queue(tenant, queue, createdAt, before.id)),
  };
};

/** A claim as the record left it that changed it last. */
export const claimItem = (
  tenant: string,
  { id, state, queue }: Omit<Change['claims'][number], 'before'>,
  record: Pick<Change['record'], 'seq' | 'recordedAt'>,
): Item => {
  const { reportedAt } = state as { readonly reportedAt: string };
  return {
    ...keys.claim(tenant, id),
    v: record.seq,
    at: record.recordedAt,
    s: stateAttributes('claim', state),
    ...indexKeys.listing(tenant, 'claim', reportedAt, id),
    ...(queue !== undefined && indexKeys.queue(tenant, queue, reportedAt, id)),
  };
};

/** The first record is never written again, so what is found by it costs nothing when the state changes. */
const relatedKeys = (tenant: string, record: Change['record']): Item => {
  const relations = relationsOf(record);
  if (relations === undefined) return {};
  const { customerId, reference } = relations;
  const { aggregate: kind, id, recordedAt: createdAt } = record;
  return {
    ...(customerId !== undefined && indexKeys.ofCustomer(tenant, kind, customerId, { createdAt, id })),
    ...indexKeys.ofReference(tenant, kind, reference, { createdAt, id }),
  };
};

export const operationItem = (
  tenant: string,
  { kind, record, hash }: Pick<Change, 'kind' | 'record' | 'hash'>,
  compression: Compression = deflate,
): Item => ({
  ...keys.record(tenant, kind, record.id, record.seq),
  ...recordItem(record, hash, compression),
  ...indexKeys.recorded(record.recordedAt, record.id, record.seq),
  ...relatedKeys(tenant, record),
});

export const wakeUpItem = (tenant: string, { kind, id }: { readonly kind: string; readonly id: string }, at: string) =>
  ({ ...keys.due(at, tenant, id), k: kind }) satisfies Item;

/** What a record revokes, where everybody who verifies tokens looks for it. */
export const revocationItems = ({ events, recordedAt }: Change['record']): readonly Item[] =>
  revokedBy(events).map((id) => ({ ...keys.revocation(recordedAt, id), i: id }));

/** A tenant's own item: the secret from which everything of it follows, wrapped. */
/** In which generation a sandbox lives, once a record says so: the token endpoint looks there. */
export const generationItems = ({ tenant, events }: Change['record']): readonly Item[] =>
  generationsIn(events).map((generation) => ({ ...keys.generation(tenant), n: generation }));

export const tenantItem = (tenant: string, wrapped: string) => ({ ...keys.tenant(tenant), w: wrapped }) satisfies Item;

/** A unique business key that somebody holds. */
export const heldItem = (tenant: string, hash: string, holder: string) =>
  ({ ...keys.one(tenant, hash), a: holder }) satisfies Item;

/** One that its last holder has let go of: the next may take it. */
export const releasedItem = (tenant: string, hash: string, holder: string) =>
  ({ ...heldItem(tenant, hash, holder), rl: true }) satisfies Item;
