import { Webhook } from 'standardwebhooks';
import { describe, expect, it } from 'vitest';
import { aWebhooksWorld, type EndpointShown } from './webhooks-world.ts';

describe('addWebhookSecret', () => {
  it('has both secrets sign while a rotation lasts', async () => {
    const { create, on, happen, bus, sent, time } = await aWebhooksWorld({ startAt: new Date().toISOString() });
    time.now = new Date().toISOString();
    const made = await create();
    const added = (await on('addWebhookSecret', made.endpointId)).body as EndpointShown;
    expect(added.secret).not.toBe(made.secret);
    await happen();
    await bus.untilQuiet();
    const [webhook] = sent;
    if (webhook === undefined) throw new Error('Nothing was sent.');
    for (const secret of [made.secret, added.secret])
      expect(new Webhook(secret ?? '').verify(webhook.body, { ...webhook.headers })).toMatchObject({
        type: 'customer.registered',
      });
  });
  it('refuses a third, and knows none of another tenant', async () => {
    const { create, on } = await aWebhooksWorld();
    const { endpointId } = await create();
    await on('addWebhookSecret', endpointId);
    expect((await on('addWebhookSecret', endpointId)).body).toMatchObject({ code: 'too-many-webhook-secrets' });
    expect((await on('addWebhookSecret', endpointId, { tenant: 'shop-b' })).status).toBe(404);
  });
});
