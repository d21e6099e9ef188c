import type { RefusalCatalogue } from '../shared/refusal.ts';

export const paymentRefusals = {
  'unmatched-not-found': {
    kind: 'not-found',
    title: 'No such unmatched money',
    titleZh: '未匹配款项不存在',
    happened: 'There is no unmatched money with this id, or it belongs to another tenant.',
    remedy: 'List unmatched money and use one of its ids.',
    example: { unmatchedId: 'unm_01jd8x2k7v5m3q9w4t6y8r0z1b' },
  },
} as const satisfies RefusalCatalogue;
