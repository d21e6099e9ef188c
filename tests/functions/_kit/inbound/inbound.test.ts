import { describe, expect, it } from 'vitest';
import type { Inbox } from '../../../../functions/_kit/services.ts';
import { endpoint } from '../../../../functions/payments/receive-payment-webhook.ts';
import { memoryInbox } from '../../../support/inboxes.ts';
import { paymentEvent } from '../../../support/payments.ts';
import { deliverSigned, inboxOf, signatureOf, signedWebhooks } from '../../../support/webhooks.ts';
import { aWorld, type WorldOptions } from '../../../support/world.ts';

const aWorldOf = (options: WorldOptions = {}) =>
  aWorld([endpoint], { ...options, services: { providerWebhooks: signedWebhooks, ...options.services } });
type World = Awaited<ReturnType<typeof aWorldOf>>;

const body = JSON.stringify(paymentEvent({ amount: 500 }));
const items = (world: World) => world.engine.items().length;
const keptMoney = (world: World) =>
  world.engine.items().filter(({ pk, sk }) => String(pk).includes('#UNM#') && sk === 'STATE');

describe('the entry for webhooks, by its signature', () => {
  it.each([0, 300, -300])('takes a signature that is %i seconds off, and keeps what it signs', async (secondsOff) => {
    const world = await aWorldOf();
    const answer = await deliverSigned(world, body, { secondsOff });
    expect([answer.status, answer.body]).toEqual([200, { received: true, outcome: 'unmatched' }]);
    expect(inboxOf(world)).toMatchObject([{ provider: 'stripe', eventId: 'evt_0001', status: 'done' }]);
  });

  it.each([301, -301, 86_400, -86_400])('keeps nothing that was signed %i seconds off', async (secondsOff) => {
    const world = await aWorldOf();
    const answer = await deliverSigned(world, body, { secondsOff });
    expect([answer.status, answer.body]).toMatchObject([401, { code: 'webhook-signature-invalid' }]);
    expect(world.inboxFiles.size).toBe(0);
    expect(keptMoney(world)).toEqual([]);
  });

  it('keeps nothing that is forged, and tells people of it once an hour', async () => {
    const world = await aWorldOf();
    for (let n = 0; n < 5; n += 1) await deliverSigned(world, body, { under: 'whsec_of_somebody_else' });
    expect(world.inboxFiles.size).toBe(0);
    expect(world.engine.items().filter(({ sk, pk }) => sk === 'STATE' && String(pk).includes('#ALR#'))).toHaveLength(1);
  });

  it('proves the bytes as they came: the same event with one blank more is another body', async () => {
    const world = await aWorldOf();
    const signature = signatureOf(world, body);
    const told = { params: { tenantId: 'shop-a' }, key: undefined, headers: { 'stripe-signature': signature } };
    const changed = await world.call('receivePaymentWebhook', { ...told, body: `${body} ` });
    expect(changed.status).toBe(401);
    const same = await world.call('receivePaymentWebhook', { ...told, body });
    expect(same.status).toBe(200);
  });

  it('believes no body that is not UTF-8, whatever a repaired one would say', async () => {
    const world = await aWorldOf();
    const bytes = Buffer.concat([Buffer.from(body), Buffer.from([0xff])]);
    const headers = { 'stripe-signature': signatureOf(world, bytes.toString('latin1')) };
    const answer = await world.call('receivePaymentWebhook', {
      ...{ params: { tenantId: 'shop-a' }, key: undefined, headers },
      body: bytes.toString('utf8'),
    });
    expect(answer.status).toBe(401);
  });
});

describe('the entry for webhooks, by its inbox', () => {
  it('keeps no body in the clear', async () => {
    const world = await aWorldOf();
    await deliverSigned(world, JSON.stringify({ ...paymentEvent({ amount: 500 }), email: 'wang@example.com' }));
    const laidDown = JSON.stringify([...world.inboxFiles.values()]);
    expect(laidDown).not.toContain('wang@example.com');
    const [entry] = inboxOf(world);
    expect(Buffer.from(entry?.sealed ?? '', 'base64url').toString('utf8')).not.toContain('example.com');
  });

  it('has one entry however often an event comes, and counts how often it was processed', async () => {
    const world = await aWorldOf();
    await deliverSigned(world, body);
    const before = items(world);
    world.time.now = '2026-11-23T09:00:00.000Z';
    const again = await deliverSigned(world, body);
    expect(again.headers['idempotent-replayed']).toBe('true');
    expect(items(world)).toBe(before);
    expect(inboxOf(world)).toMatchObject([
      { receivedAt: '2026-11-23T08:00:00.000Z', processedAt: '2026-11-23T09:00:00.000Z', processed: 2 },
    ]);
  });

  it('keeps what is signed and cannot be understood, and says why it was refused', async () => {
    const world = await aWorldOf();
    const before = items(world);
    const answer = await deliverSigned(world, 'not json');
    expect([answer.status, answer.body]).toMatchObject([422, { code: 'webhook-not-understood' }]);
    expect(inboxOf(world)).toMatchObject([{ status: 'refused', outcome: 'webhook-not-understood', processed: 1 }]);
    expect(inboxOf(world)[0]?.eventId).toBeUndefined();
    expect(items(world)).toBe(before);
  });

  it('does nothing about a webhook that it cannot keep, and says “not now”', async () => {
    const { inbox } = memoryInbox();
    const down: Inbox = { ...inbox, write: () => Promise.reject(new Error('S3 is down')) };
    const world = await aWorldOf({ services: { inbox: down } });
    const before = items(world);
    const answer = await deliverSigned(world, body);
    expect([answer.status, answer.body]).toMatchObject([503, { code: 'temporarily-unavailable' }]);
    expect(items(world)).toBe(before);
  });

  it('does not answer 200 before the inbox says what became of the webhook', async () => {
    const { inbox } = memoryInbox();
    const state = { down: true };
    const forgetful: Inbox = {
      ...inbox,
      write: (name, text, over) =>
        state.down && over !== undefined ? Promise.reject(new Error('S3 is down')) : inbox.write(name, text, over),
    };
    const world = await aWorldOf({ services: { inbox: forgetful } });
    expect((await deliverSigned(world, body)).status).toBe(503);
    expect(keptMoney(world)).toHaveLength(1);
    state.down = false;
    expect((await deliverSigned(world, body)).body).toEqual({ received: true, outcome: 'unmatched' });
    expect(keptMoney(world)).toHaveLength(1);
  });

  it('says of a webhook over which we failed that we did, and of a later delivery that it is done', async () => {
    const state = { broken: true };
    const world = await aWorldOf({
      around: (platform) => ({
        ...platform,
        store: (meter) => {
          const store = platform.store(meter);
          return {
            ...store,
            load: (asked) => (state.broken ? Promise.reject(new TypeError('a bug')) : store.load(asked)),
          };
        },
      }),
    });
    const answer = await deliverSigned(world, body);
    expect([answer.status, answer.body]).toMatchObject([500, { code: 'internal' }]);
    expect(inboxOf(world)).toMatchObject([{ status: 'failed', outcome: 'internal', processed: 1 }]);
    state.broken = false;
    await deliverSigned(world, body);
    expect(inboxOf(world)).toMatchObject([{ status: 'done', outcome: 'unmatched', processed: 2 }]);
  });

  it('leaves one open that was cut off, until its provider sends it again', async () => {
    const state = { down: true };
    const world = await aWorldOf({
      around: (platform) => ({
        ...platform,
        store: (meter) => {
          const store = platform.store(meter);
          const commit: typeof store.commit = (one) =>
            state.down ? Promise.resolve({ status: 'unavailable' }) : store.commit(one);
          return { ...store, commit };
        },
      }),
    });
    expect((await deliverSigned(world, body)).status).toBe(503);
    expect(inboxOf(world)).toMatchObject([{ status: 'received', processed: 0 }]);
    state.down = false;
    expect((await deliverSigned(world, body)).status).toBe(200);
    expect(inboxOf(world)).toMatchObject([{ status: 'done', outcome: 'unmatched', processed: 1 }]);
    expect(keptMoney(world)).toHaveLength(1);
  });
});
