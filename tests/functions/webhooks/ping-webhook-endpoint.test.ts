import { Webhook } from 'standardwebhooks';
import { describe, expect, it } from 'vitest';
import { aWebhooksWorld, down } from './webhooks-world.ts';

describe('pingWebhookEndpoint', () => {
  it('sends a signed ping at once, and answers the attempt', async () => {
    const { create, on, sent } = await aWebhooksWorld({ startAt: new Date().toISOString() });
    const { endpointId, secret = '' } = await create();
    const answer = await on('pingWebhookEndpoint', endpointId);
    expect([answer.status, answer.body]).toMatchObject([
      201,
      { status: 'delivered', event: { type: 'webhook.ping', origin: 'ping' }, attempts: [{ status: 200 }] },
    ]);
    const [webhook] = sent;
    const verified = new Webhook(secret).verify(webhook?.body ?? '', { ...webhook?.headers });
    expect(verified).toMatchObject({ type: 'webhook.ping', subject: endpointId, data: { endpointId } });
  });
  it('is sent once for each key', async () => {
    const { create, on, sent } = await aWebhooksWorld();
    const { endpointId } = await create();
    const first = await on('pingWebhookEndpoint', endpointId, { key: 'ping-0001' });
    const again = await on('pingWebhookEndpoint', endpointId, { key: 'ping-0001' });
    expect([again.text, again.headers['idempotent-replayed'], sent.length]).toEqual([first.text, 'true', 1]);
  });
  it('is tried once: one that fails is not sent again', async () => {
    const { create, on, receiver } = await aWebhooksWorld();
    receiver.answer = () => down;
    const { endpointId } = await create();
    const answer = await on('pingWebhookEndpoint', endpointId);
    expect(answer.body).toMatchObject({ status: 'failed', attempts: [{ outcome: 'failed', status: 500 }] });
    expect(answer.body).not.toHaveProperty('nextAttemptAt');
  });
  it('tries an endpoint that is disabled, for that is when it matters, and leaves no record', async () => {
    const { create, on, bus } = await aWebhooksWorld();
    const { endpointId } = await create();
    await on('disableWebhookEndpoint', endpointId);
    const before = bus.published().length;
    expect((await on('pingWebhookEndpoint', endpointId)).body).toMatchObject({ status: 'delivered' });
    expect(bus.published().length).toBe(before);
  });
  it('refuses one that is deleted, or not there', async () => {
    const { create, on } = await aWebhooksWorld();
    const { endpointId } = await create();
    await on('deleteWebhookEndpoint', endpointId);
    expect((await on('pingWebhookEndpoint', endpointId)).body).toMatchObject({ code: 'endpoint-state-refuses' });
    expect((await on('pingWebhookEndpoint', `whe_${'0'.repeat(26)}`)).status).toBe(404);
  });
});
