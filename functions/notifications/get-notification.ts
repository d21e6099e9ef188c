import { Content } from '../../domain/notifications/schema.ts';
import { notificationView } from '../../domain/notifications/view/notification-view.ts';
import { accept, refuse } from '../../domain/shared/decision.ts';
import { implement } from '../_kit/implement.ts';
import { notifications } from './contract.ts';

export const endpoint = implement(notifications.endpoints.getNotification, async ({ params, actor, ports }) => {
  const { notificationId } = params;
  const { notification } = await ports.load({ notification: notificationId });
  if (notification === undefined) return refuse('notification-not-found', { notificationId });

  const shown = notificationView(notification);
  if (!actor.scopes.includes('customers:personal')) return accept(shown);
  const { customerId, content } = notification;
  const { vault } = await ports.load({ notification: notificationId, vault: customerId });
  // Whose key is gone was erased: that a message went out still stands, what it said does not.
  if (vault === undefined) return accept(shown);
  return accept({ ...shown, content: Content.parse(await ports.open(vault, customerId, content)) });
});
