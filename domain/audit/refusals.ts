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
  'checkpoint-not-found': {
    kind: 'not-found',
    title: 'No such checkpoint',
    titleZh: '检查点不存在',
    happened: 'There is no signed checkpoint with this number yet, or none at all.',
    remedy: 'Ask for `latest`; the first is signed within ten minutes after the first command.',
    example: { checkpoint: 12 },
  },
  'checkpoint-not-older': {
    kind: 'conflict',
    title: 'The checkpoint in `since` is not older',
    titleZh: '起始检查点并不早于所查检查点',
    happened: 'A consistency proof leads from an older checkpoint to a newer one, and `since` names a newer one.',
    remedy: 'Put the older number into `since` and the newer one, or `latest`, into the path.',
    example: { since: 13, checkpoint: 12 },
  },
} as const satisfies RefusalCatalogue;
