import type { notifications } from '../../../functions/notifications/contract.ts';
import { type Known, learnt } from '../known.ts';
import { type Generator, type Json, lists, reads } from './generator.ts';
import { ofSomebody } from './policies.ts';

const ids = ({ notifications: all }: Known): readonly string[] => all;

const listed = lists('listNotifications', {
  learn: ({ items }, known) => {
    for (const one of items as readonly Json[]) learnt(known.notifications, String(one['notificationId']));
  },
  filters: {
    ...(ofSomebody['customerId'] !== undefined && { customerId: ofSomebody['customerId'] }),
    policyId: ({ known, chance }) => (known.policies.length === 0 ? undefined : chance.pick(known.policies).policyId),
    status: ({ chance }) => chance.pick(['requested', 'sent', 'failed', 'skipped']),
  },
});

export const notificationsGenerators: Readonly<Record<keyof typeof notifications.endpoints, Generator>> = {
  listNotifications: { ...listed, weight: 0.7 },
  getNotification: {
    ...reads('notificationId', ids),
    weight: 1.2,
    draw: (drawing) => {
      const asked = reads('notificationId', ids).draw(drawing);
      if (asked === undefined || drawing.chance.happens(0.5)) return asked;
      return { ...asked, scopes: ['customers:personal'] };
    },
  },
};
