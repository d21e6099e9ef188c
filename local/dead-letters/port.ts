import type { CloudEvent } from '../../functions/_kit/cloud-event.ts';

/**
 * What a letter was on its way to. A subscriber's is given to it again; the next tick of a schedule and the sweeper of
 * the outbox do by themselves what was left undone. From any other queue letters can be read and dropped.
 */
export type Kind = 'subscriber' | 'schedule' | 'outbox' | 'other';

/** What nobody could take, however often it came. */
export type DeadLetter = {
  /** Says queue and message; it can stand in a path and in a file name. */
  readonly id: string;
  /** `bindery-prod-adjudicate-claim-dead`; on this machine the stage is `local`. */
  readonly queue: string;
  readonly kind: Kind;
  /** Whose it is: the id of the subscriber or schedule, as in its contract; or `outbox`. */
  readonly subscriber: string;
  /** When it became a dead letter; in the cloud, when it was first sent, which is all that a queue keeps. */
  readonly at: string;
  /** How often it was tried, where that is known. */
  readonly attempts?: number;
  readonly reason?: string;
  /** The event, where the letter is one. */
  readonly event?: CloudEvent;
  /** What lies in the queue, where that is no event of ours. */
  readonly body?: string;
};

/** What a person decided about a letter. It is written down before anything is done, and never changed. */
export type Settled = {
  readonly id: string;
  readonly how: 'replayed' | 'dropped';
  readonly who: string;
  readonly when: string;
  readonly why?: string;
  readonly letter: DeadLetter;
};

/** How many letters a queue says that it holds; some may be hidden while somebody else reads them. */
export type QueueCount = { readonly queue: string; readonly count: number };

export type NotSettled =
  | { readonly status: 'not-found' }
  /** Somebody has decided otherwise, or it is gone already. */
  | { readonly status: 'already-settled'; readonly settled: Settled };

export type Replayed =
  | NotSettled
  | { readonly status: 'replayed'; readonly settled: Settled }
  /** It was dropped instead, for what it asked for happens by itself; `settled.why` says how. */
  | { readonly status: 'nothing-to-replay'; readonly settled: Settled }
  | { readonly status: 'cannot-replay'; readonly why: string };

export type Dropped =
  | NotSettled
  | { readonly status: 'dropped'; readonly settled: Settled }
  | { readonly status: 'reason-too-short'; readonly shortest: number };

/** The dead letters of one place: this machine, or a stage in the cloud. */
export type DeadLetters = {
  /** Those that can be read now, oldest first. */
  list(): Promise<readonly DeadLetter[]>;
  /** How many each queue says that it holds, for a queue may hold more than a list shows; empty ones are left out. */
  counts(): Promise<readonly QueueCount[]>;
  read(id: string): Promise<DeadLetter | undefined>;
  /** Gives it to its subscriber, and to nobody else, once more. `by` says who, where the place does not know better. */
  replay(id: string, by: string): Promise<Replayed>;
  /** Takes it away for ever; a reason of at least ten characters is kept. */
  drop(id: string, why: { readonly by: string; readonly reason: string }): Promise<Dropped>;
  /** What was decided, newest first. */
  settled(): Promise<readonly Settled[]>;
};

/** The shortest reason that says something. */
export const reasonMin = 10;
