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
import type { Change, StoredClaim, StoredRoot } from './store.ts';

type Target = { readonly kind: RootKind; readonly before: StoredRoot; readonly claim: StoredClaim | undefined };

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

const changedClaims = (outcome: Outcome<AnyEvent>, loaded: StoredClaim | undefined): Change['claims'] => {
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
 * Turns a decision on one aggregate into what is written for it: the folded state, its claims, and the record that
 * tells why.
 */
export const changeOf = (command: Command, target: Target, outcome: Outcome<AnyEvent>): Change => {
  assertBalanced(outcome.postings);
  assertPublishable(outcome.events);
  const { kind, before } = target;
  const state = fold(kind, before.state as RootStates[typeof kind] | undefined, outcome);
  const record = recordOf(command, target, outcome);
  return {
    kind,
    before,
    state,
    claims: changedClaims(outcome, target.claim),
    record,
    hash: hashOf(record),
    ...wakeUp(command.now, before.due, dueOf(kind, state, command.now)),
    queue: queueOf(kind, state),
  };
};
