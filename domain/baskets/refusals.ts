import type { RefusalCatalogue } from '../shared/refusal.ts';

export const basketRefusals = {
  'basket-not-found': {
    kind: 'not-found',
    title: 'No such basket',
    titleZh: '购物篮不存在',
    happened: 'There is no basket with this id, or it belongs to another tenant.',
    remedy: 'Compare the id with the one that was answered when the basket was decided.',
    example: { basketId: 'bsk_01jd8x2k7v5m3q9w4t6y8r0z1b' },
  },
} as const satisfies RefusalCatalogue;
