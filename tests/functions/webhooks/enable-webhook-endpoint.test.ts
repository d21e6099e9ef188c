import { describe, expect, it } from 'vitest';
import { aWebhooksWorld } from './webhooks-world.ts';

describe('enableWebhookEndpoint', () => {
  it('tells again what happens, but not by itself what was missed', async () => {
    const { create, on, happen, bus, sent, show } = await aWebhooksWorld();
    const { endpointId } = await create();
    await on('disableWebhookEndpoint', endpointId);
    await happen();
    await bus.untilQuiet();
    expect((await on('enableWebhookEndpoint', endpointId)).body).toMatchObject({ status: 'enabled' });
    const heard = await happen();
    await bus.untilQuiet();
    expect(sent.map(({ body }) => JSON.parse(body).subject)).toEqual([heard]);
    expect(await show(endpointId)).toMatchObject({ missedFrom: '2026-11-23T08:00:00.000Z' });
  });
  it('refuses one that is enabled, deleted or not there', async () => {
    const { create, on } = await aWebhooksWorld();
    const { endpointId } = await create();
    expect((await on('enableWebhookEndpoint', endpointId)).body).toMatchObject({ code: 'endpoint-state-refuses' });
    await on('deleteWebhookEndpoint', endpointId);
    expect((await on('enableWebhookEndpoint', endpointId)).body).toMatchObject({ code: 'endpoint-state-refuses' });
    expect((await on('enableWebhookEndpoint', `whe_${'0'.repeat(26)}`)).status).toBe(404);
  });
});
