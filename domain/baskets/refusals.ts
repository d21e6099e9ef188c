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
  'offer-already-declined': {
    kind: 'conflict',
    title: 'The offer is already declined',
    titleZh: '报价已被拒绝',
    happened: 'That the buyer declined this offer has been recorded before.',
    remedy: 'Nothing more is needed: the basket that the problem names says so.',
    example: { basketId: 'bsk_01jd8x2k7v5m3q9w4t6y8r0z1b' },
  },
} as const satisfies RefusalCatalogue;
