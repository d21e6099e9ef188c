import type { RefusalCatalogue } from '../shared/refusal.ts';

export const notificationRefusals = {
  'notification-not-found': {
    kind: 'not-found',
    title: 'No such notification',
    titleZh: '通知不存在',
    happened: 'There is no notification with this id, or it belongs to another tenant.',
    remedy: 'Check the id: GET /v1/notifications lists them by policy and by customer.',
    example: { notificationId: 'ntf_01jd8x2k7v5m3q9w4t6y8r0z1b' },
  },
} as const satisfies RefusalCatalogue;
