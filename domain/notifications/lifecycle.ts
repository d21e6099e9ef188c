import type { NotificationStatus } from './schema.ts';

/** What can happen to a notification after it was written down. */
export type NotificationCommand = 'settle';

/**
 * Where it leads. What was sent, refused or skipped stays so: a repetition of its event finds it and does nothing.
 */
export const notificationLifecycle: Readonly<
  Record<NotificationCommand, { readonly [S in NotificationStatus]?: readonly NotificationStatus[] }>
> = {
  settle: { requested: ['sent', 'failed', 'skipped'] },
};

export const notificationAllows = (status: NotificationStatus, command: NotificationCommand): boolean =>
  notificationLifecycle[command][status] !== undefined;
