import type { Basket } from '../../domain/baskets/schema.ts';
import type { Claim } from '../../domain/claims/schema.ts';
import type { Policy } from '../../domain/policies/schema.ts';
import type { Endpoint } from '../../domain/webhooks/schema.ts';
import type { Item } from '../../functions/_storage/codec.ts';
import { heldItem, releasedItem } from '../../functions/_storage/items.ts';
import type { Folded } from './fold-chain.ts';

type Hold = { readonly hash: string; readonly holder: string; readonly held: boolean };

/**
 * A policy holds its object while it lives; a claim holds its waybill unless it is rejected; a basket holds for ever
 * what was declined in it; an endpoint holds its place among its tenant's until it is deleted.
 */
const holdsOf = ({ kind, id, last, claims }: Folded): readonly Hold[] => {
  if (kind === 'basket') return (last.state as Basket).holds.map((hash) => ({ hash, holder: id, held: true }));
  if (kind === 'endpoint') {
    const { slot, status } = last.state as Endpoint;
    return [{ hash: slot, holder: id, held: status !== 'deleted' }];
  }
  if (kind !== 'policy') return [];
  const { terms, status } = last.state as Policy;
  const lives = status === 'pending' || status === 'on-risk';
  return [
    ...terms.holds.map((hash) => ({ hash, holder: id, held: lives })),
    ...[...claims.values()].flatMap(({ state }) => {
      const { holds, status: decided } = state as Claim;
      return holds.map((hash) => ({ hash, holder: id, held: decided !== 'rejected' }));
    }),
  ];
};

/**
 * The unique business keys as the records tell them. Who registered under which document or telephone they do not tell:
 * a keyed hash of a person's number stands nowhere but in the table.
 */
export const holdItems = (tenant: string, folded: readonly Folded[]): readonly Item[] => {
  const keys = Map.groupBy(folded.flatMap(holdsOf), ({ hash }) => hash);
  return [...keys].flatMap(([hash, holds]) => {
    const holder = holds.find(({ held }) => held);
    if (holder !== undefined) return [heldItem(tenant, hash, holder.holder)];
    return holds.slice(-1).map((last) => releasedItem(tenant, hash, last.holder));
  });
};
