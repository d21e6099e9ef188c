import { addMinutes } from '../shared/zone.ts';
import { nextAttemptAt } from './schedule.ts';
import type { Attempt, AttemptError, DeliveredEvent, Delivery } from './schema.ts';

/** What came of sending once: an answer, or why there was none. */
export type Heard = {
  readonly ms: number;
  readonly status?: number | undefined;
  readonly error?: AttemptError | undefined;
  readonly retryAfterSeconds?: number | undefined;
};

/** The log keeps this many attempts; `attemptCount` says how many there were. */
export const attemptsKept = 100;

type Ids = Pick<Delivery, 'deliveryId' | 'endpointId'>;
type Begun = {
  readonly now: string;
  /** When it is sent if nobody has sent it by then; without it, whoever begins it sends it. */
  readonly wakeAt?: string;
  readonly replayId?: string;
};

export const openDelivery = (ids: Ids, event: DeliveredEvent, { now, wakeAt, replayId }: Begun): Delivery => ({
  ...ids,
  event,
  status: 'pending',
  createdAt: now,
  ...{ round: 1, roundAttempts: 0, attemptCount: 0, attempts: [] },
  ...(wakeAt !== undefined && { nextAttemptAt: wakeAt }),
  ...(replayId !== undefined && { replayId }),
});

/**
 * Has a delivery sent again from the beginning of the schedule. It stays the same delivery: whatever was ever tried
 * stands in one log, and a replay that is repeated finds what it began.
 */
export const reopenDelivery = (delivery: Delivery, wakeAt: string, replayId: string): Delivery => ({
  ...delivery,
  status: 'pending',
  round: delivery.round + 1,
  roundAttempts: 0,
  nextAttemptAt: wakeAt,
  replayId,
});

/** Whether nobody has sent it in this round, as far as the log knows. */
export const isUnsent = ({ status, roundAttempts }: Delivery): boolean => status === 'pending' && roundAttempts === 0;

/** No exchange takes longer, with all that is around it. */
const claimMinutes = 2;

/**
 * Takes a delivery that waits, for as long as one attempt may last: the same wake-up, told once more, finds that it
 * waits for another. Undefined where it does not wait for this wake-up, which may have been put off.
 */
export const claimDelivery = (delivery: Delivery, wakeUp: string, now: string): Delivery | undefined => {
  const { status, nextAttemptAt } = delivery;
  if (status !== 'pending' || nextAttemptAt === undefined || nextAttemptAt > wakeUp) return undefined;
  const later = wakeUp > now ? wakeUp : now;
  return { ...delivery, nextAttemptAt: addMinutes(later, claimMinutes) };
};

export const isTaken = ({ status, error }: Pick<Heard, 'status' | 'error'>): boolean =>
  error === undefined && status !== undefined && status >= 200 && status < 300;

/** 410: the receiver wants nothing any more, ever. */
export const isGone = ({ status }: Pick<Heard, 'status'>): boolean => status === 410;

const attemptOf = (heard: Heard, { now, sentAt }: { readonly now: string; readonly sentAt: string }): Attempt => {
  const taken = isTaken(heard);
  const error = heard.error ?? (taken ? undefined : 'status');
  return {
    ...{ at: now, sentAt, outcome: taken ? 'delivered' : 'failed', ms: Math.round(heard.ms) },
    ...(heard.status !== undefined && { status: heard.status }),
    ...(error !== undefined && { error }),
  };
};

type Given = { readonly now: string; readonly sentAt: string; readonly chance: number };

/**
 * Adds an attempt to its delivery. Two who sent at once are both in the log, and one success is enough. After the last
 * attempt of the schedule, a 410, or the one attempt of a ping, it is given up.
 */
export const afterAttempt = (delivery: Delivery, heard: Heard, given: Given): Delivery => {
  const { nextAttemptAt: _passed, ...before } = delivery;
  const attempts = [...before.attempts, attemptOf(heard, given)].slice(-attemptsKept);
  const roundAttempts = before.roundAttempts + 1;
  const tried = { ...before, attempts, roundAttempts, attemptCount: before.attemptCount + 1 };
  if (isTaken(heard) || before.status === 'delivered') return { ...tried, status: 'delivered' };
  const { retryAfterSeconds } = heard;
  const isOver = isGone(heard) || before.event.origin === 'ping';
  const next = isOver ? undefined : nextAttemptAt(roundAttempts, { ...given, retryAfterSeconds });
  return next === undefined ? { ...tried, status: 'failed' } : { ...tried, status: 'pending', nextAttemptAt: next };
};

/** Gives a delivery up without an attempt: its endpoint wants nothing at this time. */
export const giveUp = ({ nextAttemptAt: _passed, ...delivery }: Delivery): Delivery => ({
  ...delivery,
  status: 'failed',
});
