import type { RefusalCatalogue } from '../shared/refusal.ts';

export const alertRefusals = {
  'alert-not-found': {
    kind: 'not-found',
    title: 'No such alert',
    titleZh: '告警不存在',
    happened: 'There is no alert with this id, or it belongs to another tenant.',
    remedy: 'List the open alerts with GET /v1/alerts.',
    example: { alertId: 'alr_01jd8x2k7v5m3q9w4t6y8r0z1b' },
  },
  'alert-state-refuses': {
    kind: 'invalid-state',
    title: 'The alert is in no state for this',
    titleZh: '告警当前状态不允许此操作',
    happened: 'An alert is taken on once and closed once; this one is past what was asked.',
    remedy: 'Read the alert to see who acted on it, and when.',
    example: { status: 'closed', command: 'acknowledge' },
  },
} as const satisfies RefusalCatalogue;
