import { describe, expect, it } from 'vitest';
import { aWebhooksWorld } from './webhooks-world.ts';

describe('listWebhookEndpoints', () => {
  it('lists those of the tenant, newest first, without secrets', async () => {
    const { call, create, time } = await aWebhooksWorld();
    const first = await create({ url: 'https://shop.example/1' });
    time.now = '2026-11-23T08:01:00.000Z';
    const second = await create({ url: 'https://shop.example/2' });
    const { body, text } = await call('listWebhookEndpoints');
    const { items } = body as { items: { endpointId: string }[] };
    expect(items.map(({ endpointId }) => endpointId)).toEqual([second.endpointId, first.endpointId]);
    expect(text).not.toContain('whsec_');
    expect((await call('listWebhookEndpoints', { tenant: 'shop-b' })).body).toEqual({ items: [] });
  });
});
