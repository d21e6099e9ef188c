import { isClaimEvent, type RootKind } from '../../functions/_kit/aggregates.ts';
import { changeBy } from '../../functions/_kit/change.ts';
import type { Change, StoredRecord, StoredRoot } from '../../functions/_kit/store.ts';
import { stateAttributes } from '../../functions/_storage/codec.ts';
import type { Chain } from './read-records.ts';

type ClaimChange = Change['claims'][number];
/** A claim as the last record left it that changed it. */
export type FoldedClaim = ClaimChange & { readonly by: Change['record'] };
/** An aggregate as its records tell it. */
export type Folded = {
  readonly tenant: string;
  readonly kind: RootKind;
  readonly id: string;
  readonly last: Change;
  readonly claims: ReadonlyMap<string, FoldedClaim>;
  readonly chain: Chain;
};

const unborn = (id: string): StoredRoot => ({
  ...{ id, seq: 0, head: null, state: undefined },
  ...{ recordedAt: undefined, createdAt: undefined, due: undefined },
});

const rootAfter = ({ before, record, hash, state, due }: Change): StoredRoot => ({
  id: before.id,
  seq: record.seq,
  head: hash,
  recordedAt: record.recordedAt,
  createdAt: before.createdAt ?? record.recordedAt,
  state,
  due,
});

/** The claim that a record is about, as it stands so far. */
const claimFor = ({ record }: StoredRecord, claims: ReadonlyMap<string, FoldedClaim>) => {
  const event = record.events.find(isClaimEvent);
  const claim = event === undefined ? undefined : claims.get(event.data.claimId);
  return claim === undefined ? undefined : { seq: claim.by.seq, state: stateAttributes('claim', claim.state) };
};

/**
 * Folds one aggregate's records, first to last, by the very code that folds a command's: what stood in the table
 * follows from them and from nothing else (design §3).
 */
export const foldChain = (chain: Chain): Folded => {
  const claims = new Map<string, FoldedClaim>();
  let last: Change | undefined;
  for (const stored of chain) {
    const { aggregate, id } = stored.record;
    const before = last === undefined ? unborn(id) : rootAfter(last);
    last = changeBy({ kind: aggregate as RootKind, before, claim: claimFor(stored, claims) }, stored);
    for (const claim of last.claims) claims.set(claim.id, { ...claim, by: last.record });
  }
  if (last === undefined) throw new Error('A chain has a first record.');
  const { tenant, id, aggregate } = last.record;
  return { tenant, kind: aggregate as RootKind, id, last, claims, chain };
};
