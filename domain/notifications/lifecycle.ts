import type { NotificationStatus } from './schema.ts';

/** What can happen to a notification after it was written down. */
export type NotificationCommand = 'settle';

/** What was sent, refused or skipped stays so: a repetition of its event finds it and does nothing. */
export const notificationLifecycle: Readonly<Record<NotificationCommand, readonly NotificationStatus[]>> = {
  settle: ['requested'],
};

export const notificationAllows = (status: NotificationStatus, command: NotificationCommand): boolean =>
  notificationLifecycle[command].includes(status);
