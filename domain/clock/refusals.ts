import type { RefusalCatalogue } from '../shared/refusal.ts';

/** What may be refused to those who move a sandbox's time. */
export const clockRefusals = {
  'clock-is-advancing': {
    kind: 'invalid-state',
    title: 'The clock is on its way already',
    titleZh: '时钟正在前进',
    happened: 'An earlier advance has not come to its end; two at once would mix their order.',
    remedy: 'Ask GET /v1/clock until its status is `ready`, then advance again under a new idempotency key.',
    example: { to: '2027-11-23T08:00:00.000Z' },
  },
  'clock-only-goes-forward': {
    kind: 'conflict',
    title: 'Time does not go back',
    titleZh: '时间不能倒退',
    happened: 'The instant does not lie ahead of the sandbox’s time; what has happened cannot come again.',
    remedy: 'Name a later instant or a span. To begin at an earlier time, make a new sandbox.',
    example: { now: '2026-11-23T08:00:00.000Z' },
  },
  'clock-beyond-calendar': {
    kind: 'limit-exceeded',
    title: 'The calendar ends there',
    titleZh: '超出日历范围',
    happened: 'The advance would end after the year 9000; what is sold there would end where no calendar goes.',
    remedy: 'Advance by less, or set an instant of this calendar.',
    example: { last: '9000-01-01T00:00:00.000Z' },
  },
} as const satisfies RefusalCatalogue;
