import { notificationView } from '../../domain/notifications/view/notification-view.ts';
import { accept } from '../../domain/shared/decision.ts';
import { implement } from '../_kit/implement.ts';
import { notifications } from './contract.ts';

export const endpoint = implement(notifications.endpoints.listNotifications, async ({ query, ports }) => {
  const { items, next } = await ports.list('notification', query);
  return accept({ items: items.map(notificationView), next });
});
