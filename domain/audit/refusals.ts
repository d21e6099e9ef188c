import type { RefusalCatalogue } from '../shared/refusal.ts';

export const auditRefusals = {
  'object-not-found': {
    kind: 'not-found',
    title: 'No such object',
    titleZh: '对象不存在',
    happened: 'There is no object with this id, or it belongs to another tenant.',
    remedy: 'Ask for the history of an id that this API answered: a policy, claim, customer, statement or alert.',
    example: { objectId: 'pol_01jd8x2k7v5m3q9w4t6y8r0z1b' },
  },
} as const satisfies RefusalCatalogue;
