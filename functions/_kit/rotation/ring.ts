import { type Instant, plusSeconds } from '../clock.ts';

/** A secret as its keeper has it: a JSON object. */
export type Ring = Readonly<Record<string, unknown>>;

/** What a rotation is given: a fresh value that nobody can guess, and the wall time. */
export type Given = { readonly fresh: string; readonly now: Instant };

/**
 * How long a value has to be known before it is used: an instance may read a secret that is six minutes old, five of
 * the extension's memory and one of its own.
 */
export const settleSeconds = 10 * 60;

/** Whether everybody who verifies knows by now what was prepared then. */
export const isKnownBy = (now: Instant, since: unknown): boolean =>
  typeof since === 'string' && plusSeconds(since, settleSeconds) <= now;
