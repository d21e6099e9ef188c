import { accept, type Decision, type Outcome, refuse } from '../shared/decision.ts';
import { addMinutes } from '../shared/zone.ts';
import { reopenDelivery } from './delivery.ts';
import type { ReplayMoved, ReplayRequested } from './events.ts';
import { endpointAllows } from './lifecycle.ts';
import type { Delivery, Endpoint, Replay } from './schema.ts';

export type WishedReplay = { readonly missed: true } | { readonly from: string; readonly to: string };
type ReplayRefusal = 'endpoint-state-refuses' | 'replay-running' | 'nothing-missed';
type Given = { readonly replayId: string; readonly now: string; readonly wall: string };

/** Whoever recorded the last of what was missed may have had a clock that runs ahead. */
const skewMinutes = 10;

const windowOf = ({ missedFrom }: Endpoint, wished: WishedReplay, wall: string) => {
  if (!('missed' in wished)) return { missed: false, from: wished.from, to: wished.to };
  return missedFrom === undefined ? undefined : { missed: true, from: missedFrom, to: addMinutes(wall, skewMinutes) };
};

/** Asks for past events to be sent again: those of a window of recorded time, or what was never delivered. */
export const requestReplay = (
  endpoint: Endpoint,
  wished: WishedReplay,
  { replayId, now, wall }: Given,
): Decision<Outcome<ReplayRequested>, ReplayRefusal> => {
  const { endpointId, status, replay } = endpoint;
  if (!endpointAllows(status, 'replay')) return refuse('endpoint-state-refuses', { status, command: 'replay' });
  if (replay?.status === 'running') return refuse('replay-running', { replayId: replay.replayId });
  const window = windowOf(endpoint, wished, wall);
  if (window === undefined) return refuse('nothing-missed', { endpointId });
  const data = { endpointId, replayId, ...window, at: now };
  return accept({ events: [{ type: 'endpoint.replay-requested', data }], postings: [] });
};

export type Slice = {
  /** How far this slice has come, and whether the feed ends there. */
  readonly position: number;
  readonly looked: number;
  readonly sent: number;
  readonly isLast: boolean;
};

/** Tells how far a replay has come. One that is not running any more has been told by another already. */
export const moveReplay = (
  { endpointId, replay, status }: Endpoint,
  replayId: string,
  slice: Slice,
  now: string,
): Outcome<ReplayMoved> => {
  if (replay?.replayId !== replayId || replay.status === 'ended') return { events: [], postings: [] };
  const { position, isLast } = slice;
  const progress = { position, looked: replay.looked + slice.looked, sent: replay.sent + slice.sent };
  const data = { endpointId, replayId, ...progress };
  const ends = isLast || !endpointAllows(status, 'replay');
  const event: ReplayMoved = ends
    ? { type: 'endpoint.replay-ended', data: { ...data, at: now } }
    : { type: 'endpoint.replay-advanced', data };
  return { events: [event], postings: [] };
};

/**
 * What becomes of a delivery that stands already when a replay comes upon it: undefined where it is left as it is. What
 * still waits for its next attempt is sent anyway, and what this replay has begun is not begun again. One that was cut
 * off before its first attempt waits for nothing, where its endpoint was switched off before the event came again.
 */
export const replayed = (delivery: Delivery, { replayId, missed }: Replay, now: string): Delivery | undefined => {
  const { status, nextAttemptAt } = delivery;
  const isWaiting = status === 'pending' && nextAttemptAt !== undefined;
  if (delivery.replayId === replayId || isWaiting) return undefined;
  return missed && status === 'delivered' ? undefined : reopenDelivery(delivery, now, replayId);
};
