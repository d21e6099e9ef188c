import { addMinutes } from '../shared/zone.ts';
import type { Notification } from './schema.ts';

/** Whoever wrote a message down runs for half a minute at most, and sends it within that or never. */
const patienceMinutes = 1;

/** Whether somebody else may be about to send a message that was written down. */
export const isBeingSent = (
  { status, requestedAt }: Pick<Notification, 'status' | 'requestedAt'>,
  given: { readonly now: string },
): boolean => status === 'requested' && given.now < addMinutes(requestedAt, patienceMinutes);
