import { describe, expect, it } from 'vitest';
import { aWebhooksWorld } from './webhooks-world.ts';

describe('deleteWebhookEndpoint', () => {
  it('ends it for ever: nothing is sent, and nothing is left to sign with', async () => {
    const { create, on, happen, bus, sent, show } = await aWebhooksWorld();
    const { endpointId } = await create();
    expect((await on('deleteWebhookEndpoint', endpointId)).status).toBe(201);
    await happen();
    await bus.untilQuiet();
    expect(sent).toEqual([]);
    expect(await show(endpointId)).toMatchObject({ status: 'deleted', secrets: [] });
  });
  it('happens once', async () => {
    const { create, on } = await aWebhooksWorld();
    const { endpointId } = await create();
    await on('deleteWebhookEndpoint', endpointId);
    expect((await on('deleteWebhookEndpoint', endpointId)).body).toMatchObject({ code: 'endpoint-state-refuses' });
    expect((await on('deleteWebhookEndpoint', `whe_${'0'.repeat(26)}`)).status).toBe(404);
  });
});
