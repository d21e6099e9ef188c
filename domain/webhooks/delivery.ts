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

export const openDelivery = (ids: Ids, event: DeliveredEvent, now: string, replayId?: string): Delivery => ({
  ...ids,
  event,
  status: 'pending',
  createdAt: now,
  ...{ round: 1, roundAttempts: 0, attemptCount: 0, attempts: [] },
  nextAttemptAt: now,
  ...(replayId !== undefined && { replayId }),
});

/**
 * Has a delivery sent again from the beginning of the schedule. It stays the same delivery: whatever was ever tried
 * stands in one log, and a replay that is repeated finds what it began.
 */
export const reopenDelivery = (delivery: Delivery, now: string, replayId?: string): Delivery => ({
  ...delivery,
  status: 'pending',
  round: delivery.round + 1,
  roundAttempts: 0,
  nextAttemptAt: now,
  ...(replayId !== undefined && { replayId }),
});

/**
 * Whether something is to be sent. The first attempt of a round does not wait for any time: who began it may have had a
 * clock that runs ahead.
 */
export const isDue = ({ status, roundAttempts, nextAttemptAt: at }: Delivery, now: string): boolean =>
  status === 'pending' && (roundAttempts === 0 || (at !== undefined && at <= now));

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
