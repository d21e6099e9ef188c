import type { Claim } from '../../domain/claims/schema.ts';
import type { Outcome } from '../../domain/shared/decision.ts';
import {
  type AnyEvent,
  claimQueueOf,
  dueOf,
  fold,
  foldClaim,
  isClaimEvent,
  queueOf,
  type RootKind,
  type RootStates,
} from './aggregates.ts';
import { laterOf } from './clock.ts';
import { assertBalanced, assertPublishable, hashOf, type OperationRecord } from './record.ts';
import type { Command } from './session.ts';
import type { Change, StoredClaim, StoredRecord, StoredRoot } from './store.ts';

/** An aggregate as a record finds it, and the claim that the record changes. */
export type Target = { readonly kind: RootKind; readonly before: StoredRoot; readonly claim: StoredClaim | undefined };
type Told = Pick<OperationRecord, 'events' | 'postings'>;

const recordOf = (command: Command, { kind, before }: Target, outcome: Outcome<AnyEvent>): OperationRecord => ({
  v: 1,
  tenant: command.tenant,
  aggregate: kind,
  id: before.id,
  seq: before.seq + 1,
  operation: command.operation,
  // An aggregate's times never run backward, whatever the clocks of two instances say.
  recordedAt: laterOf(command.wall, before.recordedAt),
  businessAt: command.now,
  actor: { kind: command.actor.kind, id: command.actor.id },
  requestId: command.requestId,
  ...(command.from !== undefined && { from: command.from }),
  ...(command.causedBy !== undefined && { causedBy: command.causedBy }),
  events: outcome.events,
  postings: outcome.postings,
  prev: before.head,
});

const changedClaims = (outcome: Told, loaded: StoredClaim | undefined): Change['claims'] => {
  const events = outcome.events.filter(isClaimEvent);
  const ids = [...new Set(events.map((event) => event.data.claimId))];
  const claim = loaded?.state as Claim | undefined;
  return ids.map((id) => {
    const isLoaded = claim?.claimId === id;
    const own = events.filter((event) => event.data.claimId === id);
    const state = foldClaim(isLoaded ? claim : undefined, own);
    const before = isLoaded ? (loaded?.seq ?? 0) : 0;
    return { id, before, state, queue: state === undefined ? undefined : claimQueueOf(state) };
  });
};

/**
 * Sets a wake-up only where none stands that early. A wake-up that finds nothing to do sets the next one itself, so
 * moving a date to later costs nothing here. What is overdue is due now: minutes that have been drained are not read
 * again.
 */
const wakeUp = (now: string, before: string | undefined, next: string | undefined): Pick<Change, 'due' | 'arm'> => {
  const standing = before !== undefined && before > now ? before : undefined;
  if (next === undefined || (standing !== undefined && standing <= next)) return { due: standing, arm: undefined };
  const at = laterOf(next, now);
  return { due: at, arm: at };
};

/**
 * What a record leaves behind of the aggregate as it was: the folded state, its claims, and its next wake-up. Nothing
 * else enters it, so a table can be rebuilt from its records (design §3).
 */
export const changeBy = ({ kind, before, claim }: Target, { record, hash }: StoredRecord): Change => {
  const { businessAt: now } = record;
  const state = fold(kind, before.state as RootStates[typeof kind] | undefined, record);
  return {
    kind,
    before,
    state,
    claims: changedClaims(record, claim),
    record,
    hash,
    ...wakeUp(now, before.due, dueOf(kind, state, now)),
    queue: queueOf(kind, state),
  };
};

/**
 * Turns a decision on one aggregate into what is written for it: the record that tells why, and all that it leaves.
 */
export const changeOf = (command: Command, target: Target, outcome: Outcome<AnyEvent>): Change => {
  assertBalanced(outcome.postings);
  assertPublishable(outcome.events);
  const record = recordOf(command, target, outcome);
  return changeBy(target, { record, hash: hashOf(record) });
};
