import { describe, expect, it } from 'vitest';
import { aWebhooksWorld } from './webhooks-world.ts';

describe('getWebhookEndpoint', () => {
  it('shows an endpoint with its version', async () => {
    const { create, on } = await aWebhooksWorld();
    const { endpointId } = await create();
    const answer = await on('getWebhookEndpoint', endpointId);
    expect([answer.status, answer.headers['etag']]).toEqual([200, '"1"']);
    expect(answer.body).toMatchObject({ endpointId, secrets: [{}] });
  });
  it('knows none of another tenant', async () => {
    const { create, on } = await aWebhooksWorld();
    const { endpointId } = await create();
    expect((await on('getWebhookEndpoint', endpointId, { tenant: 'shop-b' })).status).toBe(404);
  });
});
