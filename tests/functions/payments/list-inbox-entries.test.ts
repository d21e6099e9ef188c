import { describe, expect, it } from 'vitest';
import { endpoint as listInboxEntries } from '../../../functions/payments/list-inbox-entries.ts';
import { endpoint as receive } from '../../../functions/payments/receive-payment-webhook.ts';
import { paymentEvent } from '../../support/payments.ts';
import { deliverSigned, operator, signedWebhooks } from '../../support/webhooks.ts';
import { aWorld } from '../../support/world.ts';

/** Three webhooks, a minute apart: two payments, and one that cannot be understood. */
const aWorldWithMail = async () => {
  const world = await aWorld([receive, listInboxEntries], { services: { providerWebhooks: signedWebhooks } });
  const bodies = [
    JSON.stringify(paymentEvent({ amount: 500 })),
    'not json',
    JSON.stringify(paymentEvent({ amount: 600, eventId: 'evt_0002', paymentId: 'pi_0002' })),
  ];
  for (const [minute, body] of bodies.entries()) {
    world.time.now = `2026-11-23T08:0${minute}:00.000Z`;
    await deliverSigned(world, body);
  }
  const ask = (query = {}, tenant = 'shop-a') =>
    world.call('listInboxEntries', { as: operator, query, tenant, key: undefined });
  return { world, ask };
};
const eventsIn = ({ body }: { readonly body: unknown }): readonly unknown[] =>
  (body as { items: { eventId?: string }[] }).items.map(({ eventId }) => eventId);

describe('listInboxEntries', () => {
  it('lists what came, the newest first, and what became of it', async () => {
    const { ask } = await aWorldWithMail();
    const { body } = await ask();
    expect(body).toEqual({
      items: [
        expect.objectContaining({ eventId: 'evt_0002', receivedAt: '2026-11-23T08:02:00.000Z', outcome: 'unmatched' }),
        expect.objectContaining({ status: 'refused', outcome: 'webhook-not-understood', processed: 1 }),
        expect.objectContaining({ eventId: 'evt_0001', type: 'payment_intent.succeeded', status: 'done' }),
      ],
    });
  });

  it('narrows it by status, provider and time', async () => {
    const { ask } = await aWorldWithMail();
    expect(eventsIn(await ask({ status: 'done' }))).toEqual(['evt_0002', 'evt_0001']);
    expect(eventsIn(await ask({ provider: 'carrier' }))).toEqual([]);
    expect(eventsIn(await ask({ createdTo: '2026-11-23T08:02:00Z', status: 'done' }))).toEqual(['evt_0001']);
    expect(eventsIn(await ask({ createdFrom: '2026-11-23T16:02:00+08:00' }))).toEqual(['evt_0002']);
  });

  it('goes on where a page ended, under the same filter alone', async () => {
    const { ask } = await aWorldWithMail();
    const first = await ask({ limit: '1' });
    const { next } = first.body as { next: string };
    expect(eventsIn(await ask({ limit: '2', cursor: next }))).toEqual([undefined, 'evt_0001']);
    const elsewhere = await ask({ cursor: next, status: 'done' });
    expect([elsewhere.status, elsewhere.body]).toMatchObject([422, { code: 'invalid-request' }]);
  });

  it('shows a tenant nothing of another', async () => {
    const { ask } = await aWorldWithMail();
    expect((await ask({}, 'shop-b')).body).toEqual({ items: [] });
  });

  it('is for operators', async () => {
    const { world } = await aWorldWithMail();
    const answer = await world.call('listInboxEntries', { as: { ...operator, roles: ['finance'] } });
    expect(answer.status).toBe(403);
  });
});
