import { describe, expect, it } from 'vitest';
import { aWebhooksWorld } from './webhooks-world.ts';

describe('disableWebhookEndpoint', () => {
  it('stops everything that happens from then on', async () => {
    const { create, on, happen, bus, sent, deliveries } = await aWebhooksWorld();
    const { endpointId } = await create();
    const answer = await on('disableWebhookEndpoint', endpointId);
    expect([answer.status, answer.body]).toMatchObject([201, { status: 'disabled', disabledFor: 'asked' }]);
    await happen();
    await bus.untilQuiet();
    expect([sent, await deliveries(endpointId)]).toEqual([[], []]);
  });
  it('refuses one that is disabled already, or not there', async () => {
    const { create, on } = await aWebhooksWorld();
    const { endpointId } = await create();
    await on('disableWebhookEndpoint', endpointId);
    expect((await on('disableWebhookEndpoint', endpointId)).body).toMatchObject({ code: 'endpoint-state-refuses' });
    expect((await on('disableWebhookEndpoint', `whe_${'0'.repeat(26)}`)).status).toBe(404);
  });
});
