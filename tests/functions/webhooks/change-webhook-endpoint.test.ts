import { describe, expect, it } from 'vitest';
import { aWebhooksWorld, url } from './webhooks-world.ts';

describe('changeWebhookEndpoint', () => {
  it('moves an endpoint: the next event goes to the new address', async () => {
    const { create, on, happen, bus, sent } = await aWebhooksWorld();
    const { endpointId } = await create();
    const moved = await on('changeWebhookEndpoint', endpointId, { body: { url: 'https://new.example/' } });
    expect([moved.status, moved.body]).toMatchObject([201, { url: 'https://new.example/', payload: 'full' }]);
    await happen();
    await bus.untilQuiet();
    expect(sent.map((one) => one.url)).toEqual(['https://new.example/']);
  });
  it('changes only the version that the caller has seen', async () => {
    const { create, on } = await aWebhooksWorld();
    const { endpointId } = await create();
    const asked = { body: { payload: 'thin' }, headers: { 'if-match': '"7"' } };
    expect((await on('changeWebhookEndpoint', endpointId, asked)).status).toBe(412);
    expect((await on('changeWebhookEndpoint', endpointId, { ...asked, headers: { 'if-match': '"1"' } })).status).toBe(
      201,
    );
  });
  it('writes nothing where everything stands so already', async () => {
    const { create, on, bus } = await aWebhooksWorld();
    const { endpointId } = await create();
    const answer = await on('changeWebhookEndpoint', endpointId, { body: { url } });
    expect([answer.status, answer.headers['etag']]).toEqual([201, '"1"']);
    expect(bus.published('endpoint.changed')).toEqual([]);
  });
  it('refuses an address inside, an empty wish, and an endpoint that is not there', async () => {
    const { create, on } = await aWebhooksWorld();
    const { endpointId } = await create();
    const inside = await on('changeWebhookEndpoint', endpointId, { body: { url: 'https://10.0.0.1/' } });
    expect(inside.body).toMatchObject({ code: 'target-refused' });
    expect((await on('changeWebhookEndpoint', endpointId, { body: {} })).status).toBe(422);
    const missing = `whe_${'0'.repeat(26)}`;
    expect((await on('changeWebhookEndpoint', missing, { body: { payload: 'thin' } })).status).toBe(404);
  });
});
