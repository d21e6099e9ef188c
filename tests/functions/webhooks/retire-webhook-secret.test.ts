import { describe, expect, it } from 'vitest';
import { aWebhooksWorld } from './webhooks-world.ts';

describe('retireWebhookSecret', () => {
  it('signs no more with it from the next webhook on', async () => {
    const { create, on, happen, bus, sent } = await aWebhooksWorld();
    const { endpointId, secrets } = await create();
    await on('addWebhookSecret', endpointId);
    await happen();
    await bus.untilQuiet();
    const webhookSecretId = secrets[0]?.secretId ?? '';
    const retired = await on('retireWebhookSecret', endpointId, { params: { webhookSecretId } });
    expect([retired.status, (retired.body as { secrets: object[] }).secrets.length]).toEqual([201, 1]);
    await happen();
    await bus.untilQuiet();
    expect(sent.map(({ headers }) => headers['webhook-signature']?.split(' ').length)).toEqual([2, 1]);
  });
  it('keeps the last, and knows only its own', async () => {
    const { create, on } = await aWebhooksWorld();
    const { endpointId, secrets } = await create();
    const own = { params: { webhookSecretId: secrets[0]?.secretId ?? '' } };
    expect((await on('retireWebhookSecret', endpointId, own)).body).toMatchObject({ code: 'last-webhook-secret' });
    const strange = { params: { webhookSecretId: `whs_${'0'.repeat(26)}` } };
    expect((await on('retireWebhookSecret', endpointId, strange)).body).toMatchObject({
      code: 'webhook-secret-not-found',
    });
    expect((await on('retireWebhookSecret', `whe_${'0'.repeat(26)}`, own)).status).toBe(404);
  });
});
