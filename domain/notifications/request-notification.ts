import type { Outcome } from '../shared/decision.ts';
import type { NotificationRequested, NotificationSkipped } from './events.ts';

type Written = Omit<NotificationRequested['data'], 'at'>;

/**
 * Writes a message down. One that has no address is written all the same, for it is what the customer was to be told,
 * and ends there.
 */
export const requestNotification = (
  written: Written,
  given: { readonly now: string; readonly hasAddress: boolean },
): Outcome<NotificationRequested | NotificationSkipped> => {
  const { notificationId } = written;
  const { now, hasAddress } = given;
  const skipped: NotificationSkipped = {
    type: 'notification.skipped',
    data: { notificationId, reason: 'no-address', at: now },
  };
  return {
    events: [{ type: 'notification.requested', data: { ...written, at: now } }, ...(hasAddress ? [] : [skipped])],
    postings: [],
  };
};
