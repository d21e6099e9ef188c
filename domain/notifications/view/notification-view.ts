import type { Notification } from '../schema.ts';

/** A notification as everybody sees it who may list it: what it says stays sealed. */
export const notificationView = ({ content: _sealed, ...shown }: Notification) => shown;
