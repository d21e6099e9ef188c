import type { RefusalCatalogue } from '../refusal.ts';

/** What a live tenant is told by everything that only a rehearsal may do. */
export const sandboxRefusals = {
  'sandbox-only': {
    kind: 'forbidden',
    title: 'This is for sandboxes',
    titleZh: '仅限沙箱环境',
    happened: 'A live tenant has only real time and real events; nothing in it can be played.',
    remedy: 'Use the credentials of a sandbox; POST /v1/sandboxes makes one.',
    example: {},
  },
} as const satisfies RefusalCatalogue;
