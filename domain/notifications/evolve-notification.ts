import type { NotificationEvent } from './events.ts';
import type { Notification, NotificationStatus } from './schema.ts';

const settled = (
  before: Notification,
  status: NotificationStatus,
  { at, reason }: { readonly at: string; readonly reason?: string },
): Notification => ({ ...before, status, settledAt: at, ...(reason !== undefined && { reason }) });

/** Folds one event into a notification. Anything before `notification.requested` is a bug. */
export const evolveNotification = (before: Notification | undefined, event: NotificationEvent): Notification => {
  if (event.type === 'notification.requested') {
    const { at, ...data } = event.data;
    return { ...data, status: 'requested', requestedAt: at };
  }
  if (before === undefined) throw new Error(`${event.type} on a notification that nobody wrote.`);
  switch (event.type) {
    case 'notification.sent':
      return settled(before, 'sent', { at: event.data.at });
    case 'notification.failed':
      return settled(before, 'failed', event.data);
    case 'notification.skipped':
      return settled(before, 'skipped', event.data);
  }
};
