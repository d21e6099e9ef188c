import { everybody } from '../../cast.ts';
import type { Mutant } from '../mutant.ts';

const send = 'functions/webhooks/send-delivery.ts';
const deliver = 'functions/webhooks/deliver-webhooks.ts';
const body = 'functions/webhooks/event-body.ts';
const delivery = 'domain/webhooks/delivery.ts';

const bugs: readonly Mutant[] = [
  {
    name: 'finds the endpoint in the first place alone',
    from: 5,
    breaks: ['D1'],
    file: deliver,
    text: 'const ids = holders.filter(isHeld);',
    by: 'const ids = holders.filter(isHeld).slice(0, 1);',
  },
  {
    name: 'forgets a delivery that was cut off before it was sent',
    from: 4,
    breaks: ['D1', 'D4'],
    file: deliver,
    text: 'if (!isUnsent(stored.delivery) || stored.delivery.nextAttemptAt !== undefined) return;',
    by: 'if (stored.version !== 1 || stored.delivery.createdAt !== now) return;',
  },
  {
    name: 'takes any answer for a delivery',
    from: 14,
    breaks: ['D1', 'D4'],
    file: delivery,
    text: 'status >= 200 && status < 300;',
    by: 'status >= 200 && status < 600;',
  },
  {
    name: 'tells what it was given instead of what was recorded',
    from: 3,
    breaks: ['D1', 'D4'],
    file: body,
    text: 'cloudEventsOf(stored.record)[root.n]',
    by: 'cloudEventsOf({ ...stored.record, seq: stored.record.seq + 1 })[root.n]',
  },
  {
    name: 'signs something else than it sends',
    from: 3,
    breaks: ['D4'],
    file: 'functions/webhooks/sign.ts',
    text: '.update(content)',
    by: '.update(content.slice(1))',
  },
  {
    name: 'signs with one secret for all endpoints',
    from: 3,
    breaks: ['D4'],
    file: 'functions/_kit/make-ports.ts',
    text: "hmac(derivation, 'webhook secret', secretId)",
    by: "hmac(derivation, 'webhook secret', command.requestId, secretId)",
  },
  {
    name: 'says the time of the event in each attempt',
    from: 5,
    breaks: ['D4'],
    file: send,
    text: 'const sentAt = ports.deliveries.wall();',
    by: 'const sentAt = delivery.event.time;',
  },
  {
    name: 'sets no wake-up for the next attempt',
    from: 10,
    breaks: ['D1', 'D4'],
    file: 'functions/_storage/delivery-table.ts',
    text: '...(next !== undefined && next !== stood',
    by: '...(next !== undefined && stood !== undefined && next !== stood',
  },
  {
    name: 'gives up after the first failure',
    from: 14,
    breaks: ['D1', 'D4'],
    file: 'domain/webhooks/schedule.ts',
    text: 'const pause = pausesMs[attempts - 1];',
    by: 'const pause = pausesMs[attempts + 8];',
  },
  {
    name: 'replays nothing of what was missed',
    from: 37,
    breaks: ['D1'],
    file: 'domain/webhooks/replay.ts',
    text: "missed && status === 'delivered'",
    by: "missed && status !== 'pending'",
  },
  {
    name: 'takes a failure for a farewell',
    from: 34,
    breaks: ['D4'],
    file: delivery,
    text: 'status === 410;',
    by: 'status === 410 || status === 429;',
  },
];

/** Bugs of webhooks: what happened is told to nobody, told wrongly, or tried at the wrong time. */
export const webhooksMutants: readonly Mutant[] = bugs.map((bug) => ({ cast: everybody, ...bug }));
