import { addMilliseconds } from '../shared/zone.ts';

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;

/**
 * The pauses before the second to the tenth attempt, each after the attempt before (Standard Webhooks 1.0.0, section
 * "Webhook delivery, retries"); the first attempt is made at once.
 */
export const pausesMs: readonly number[] = [
  5 * second,
  5 * minute,
  30 * minute,
  2 * hour,
  5 * hour,
  10 * hour,
  14 * hour,
  20 * hour,
  24 * hour,
];
export const attemptsMax = pausesMs.length + 1;

/** How far a pause may be off, so that what failed together does not come again together. */
export const jitterShare = 0.2;
/** A receiver may ask for more patience than the schedule has, but not for ever. */
export const retryAfterMaxSeconds = 24 * 60 * 60;

type Failed = {
  readonly now: string;
  /** From 0 to 1: where within the jitter this pause lies. */
  readonly chance: number;
  readonly retryAfterSeconds?: number | undefined;
};

/** When an attempt follows after so many that failed; undefined where none does. */
export const nextAttemptAt = (attempts: number, { now, chance, retryAfterSeconds = 0 }: Failed): string | undefined => {
  const pause = pausesMs[attempts - 1];
  if (pause === undefined) return undefined;
  const jittered = pause * (1 - jitterShare + 2 * jitterShare * chance);
  const asked = Math.min(Math.max(retryAfterSeconds, 0), retryAfterMaxSeconds) * second;
  return addMilliseconds(now, Math.max(jittered, asked));
};
