import type { Outcome } from '../shared/decision.ts';
import type { NotificationSettled } from './events.ts';
import { notificationAllows } from './lifecycle.ts';
import type { Notification } from './schema.ts';

/** What became of a message: what the mail service said of it, or that it was never given to it. */
export type Heard =
  | { readonly status: 'sent'; readonly messageId: string }
  | { readonly status: 'refused'; readonly reason: string }
  | { readonly status: 'withheld'; readonly reason: 'sandbox' | 'person-erased' };

const eventOf = (notificationId: string, heard: Heard, at: string): NotificationSettled => {
  switch (heard.status) {
    case 'sent':
      return { type: 'notification.sent', data: { notificationId, messageId: heard.messageId, at } };
    case 'refused':
      return { type: 'notification.failed', data: { notificationId, reason: heard.reason, at } };
    case 'withheld':
      return { type: 'notification.skipped', data: { notificationId, reason: heard.reason, at } };
  }
};

/** Records what became of a message; nothing where that is known already. */
export const settleNotification = (
  { notificationId, status }: Notification,
  heard: Heard,
  given: { readonly now: string },
): Outcome<NotificationSettled> => ({
  events: notificationAllows(status, 'settle') ? [eventOf(notificationId, heard, given.now)] : [],
  postings: [],
});
