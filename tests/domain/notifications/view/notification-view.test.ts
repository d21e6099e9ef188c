import { expect, it } from 'vitest';
import { notificationView } from '../../../../domain/notifications/view/notification-view.ts';
import { NotificationView } from '../../../../domain/notifications/view/schema.ts';
import { aNotification } from '../samples.ts';

it('shows a notification without what it says, not even sealed', () => {
  const shown = notificationView(aNotification({ status: 'failed', reason: 'MessageRejected' }));
  expect(shown).not.toHaveProperty('content');
  expect(NotificationView.safeParse(shown).success).toBe(true);
});
