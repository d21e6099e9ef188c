import { notificationRefusals } from '../../domain/notifications/refusals.ts';
import { NotificationDetail, NotificationPage } from '../../domain/notifications/view/schema.ts';
import { pick } from '../../domain/shared/refusal.ts';
import { capability } from '../_kit/contract.ts';
import { NotificationPath, NotificationsQuery } from './schema.ts';

const reading = { caller: 'partner', scope: 'notifications:read', writes: [], emits: [], uses: [] } as const;

export const notifications = capability('notifications', {
  endpoints: {
    listNotifications: {
      ...reading,
      method: 'GET',
      path: '/notifications',
      summary: 'List what customers were written, newest first',
      description: 'All of a tenant, of one policy or of one customer. What a message says is shown one by one only.',
      query: NotificationsQuery,
      response: NotificationPage,
      success: 200,
      refusals: {},
      reads: ['notification'],
      lists: ['byKind', 'byCustomer', 'byReference'],
      ifBroken: 'Service staff cannot see what a customer was told.',
    },
    getNotification: {
      ...reading,
      method: 'GET',
      path: '/notifications/{notificationId}',
      summary: 'Get a notification',
      description: 'What it says, and where it went, is shown to callers who hold `customers:personal`.',
      params: NotificationPath,
      response: NotificationDetail,
      success: 200,
      object: 'notification',
      masks: true,
      refusals: pick(notificationRefusals, 'notification-not-found'),
      reads: ['notification', 'vault'],
      ifBroken: 'Nobody can show what a customer was told, and when.',
    },
  },
  subscribers: {
    notifyCustomers: {
      summary: 'Writes to customers about their contracts and claims, and reminds them',
      on: [
        'policy.bound',
        'premium.reminder-due',
        'renewal.reminder-due',
        'policy.cancelled',
        'claim.registered',
        'claim.approved',
        'claim.rejected',
        'claim.paid',
        'claim.payout-returned',
      ],
      reads: ['policy', 'claim', 'customer', 'vault', 'notification'],
      writes: ['notification'],
      emits: ['notification.requested', 'notification.sent', 'notification.failed', 'notification.skipped'],
      uses: ['mailer'],
      ifBroken: 'Customers do not hear that they are insured, that money is due or what became of their claims.',
    },
  },
});
