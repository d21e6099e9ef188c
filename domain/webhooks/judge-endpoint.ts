import { addMinutes } from '../shared/zone.ts';
import { type Heard, isGone, isTaken } from './delivery.ts';
import type { HealthEvent } from './events.ts';
import { endpointAllows } from './lifecycle.ts';
import type { Delivery, Endpoint } from './schema.ts';

const dayMinutes = 24 * 60;
/** An endpoint that took nothing for so long is not asked any more. */
export const failingDaysMax = 5;
/**
 * So many failures of one delivery make its endpoint a failing one: what a second attempt mends five seconds later is
 * nobody's concern, and would fill the history.
 */
export const failuresThatCount = 3;
/** Deliveries overtake each other, so what was missed is looked for from somewhat before the first that is known. */
const marginMinutes = 60;

/** What an attempt tells about its endpoint: that it fails, is well again, has gone, or has failed for too long. */
export const judgeEndpoint = (
  endpoint: Endpoint,
  { event, roundAttempts }: Pick<Delivery, 'event' | 'roundAttempts'>,
  heard: Heard,
  now: string,
): readonly HealthEvent[] => {
  const { endpointId, status, failingSince, missedFrom } = endpoint;
  if (!endpointAllows(status, 'send')) return [];
  const own = { endpointId, at: now };
  if (isTaken(heard)) return failingSince === undefined ? [] : [{ type: 'endpoint.recovered', data: own }];

  const missed = addMinutes(event.time, -marginMinutes);
  const disabled = (reason: 'gone' | 'failing'): readonly HealthEvent[] => [
    { type: 'endpoint.disabled', data: { ...own, reason, missedFrom: missed } },
  ];
  if (isGone(heard)) return disabled('gone');
  if (failingSince !== undefined && addMinutes(failingSince, failingDaysMax * dayMinutes) <= now)
    return disabled('failing');
  if (roundAttempts < failuresThatCount) return [];
  const isNews = failingSince === undefined || missedFrom === undefined || missed < missedFrom;
  return isNews ? [{ type: 'endpoint.failing', data: { ...own, missedFrom: missed } }] : [];
};
