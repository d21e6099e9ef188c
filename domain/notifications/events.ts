import type { EventsOf } from '../shared/schema.ts';
import type { notificationEvents } from './events/schema.ts';

/** Everything that can happen to a notification. */
export type NotificationEvent = EventsOf<typeof notificationEvents>;

type Named<T extends NotificationEvent['type']> = Extract<NotificationEvent, { type: T }>;
export type NotificationRequested = Named<'notification.requested'>;
export type NotificationSkipped = Named<'notification.skipped'>;
export type NotificationSettled = Named<'notification.sent' | 'notification.failed' | 'notification.skipped'>;
