import { objectOf, touches } from '../../domain/audit/object-of.ts';
import { HistoryEntry } from '../../domain/audit/schema.ts';
import { accept, refuse } from '../../domain/shared/decision.ts';
import { implement } from '../_kit/implement.ts';
import type { StoredRecord } from '../_kit/store.ts';
import { audit } from './contract.ts';

/** What a partner sees of a record: all but whose it is and from which address it came. */
const entryOf = ({ record, hash }: StoredRecord): HistoryEntry => {
  const { v: _form, tenant: _tenant, aggregate: _kind, id: _id, from: _from, ...told } = record;
  return HistoryEntry.parse({ ...told, hash });
};

export const endpoint = implement(audit.endpoints.getHistory, async ({ params, query, ports }) => {
  const { objectId } = params;
  const { kind, root } = objectOf(objectId);
  // A policy that exists says nothing of a claim that does not.
  if (kind === 'claim' && (await ports.load({ claim: objectId })).claim === undefined)
    return refuse('object-not-found', { objectId });

  const { items, next } = await ports.history(root, query);
  if (items.length === 0 && query.cursor === undefined) return refuse('object-not-found', { objectId });
  return accept({ items: items.filter(({ record }) => touches(objectId, record)).map(entryOf), next });
});
