import { describe, expect, it } from 'vitest';
import { aWebhooksWorld } from './webhooks-world.ts';

const window = { from: '2026-11-23T09:00:00+01:00', to: '2026-11-24T00:00:00Z' };

describe('replayWebhooks', () => {
  it('begins a replay, and the endpoint shows it', async () => {
    const { create, on } = await aWebhooksWorld();
    const { endpointId } = await create();
    const answer = await on('replayWebhooks', endpointId, { body: window });
    expect([answer.status, answer.body]).toMatchObject([
      202,
      {
        replay: { status: 'running', missed: false, from: '2026-11-23T08:00:00.000Z', to: '2026-11-24T00:00:00.000Z' },
      },
    ]);
    expect(answer.body).not.toHaveProperty('replay.position');
  });
  it('runs one at a time, and finds nothing missed where nothing was', async () => {
    const { create, on } = await aWebhooksWorld();
    const { endpointId } = await create();
    const missed = await on('replayWebhooks', endpointId, { body: { missed: true } });
    expect([missed.status, missed.body]).toMatchObject([409, { code: 'nothing-missed' }]);
    await on('replayWebhooks', endpointId, { body: window });
    expect((await on('replayWebhooks', endpointId, { body: window })).body).toMatchObject({ code: 'replay-running' });
  });
  it.each([
    {},
    { missed: false },
    { missed: true, ...window },
    { from: window.from },
    { from: window.to, to: window.from },
    { from: window.to, to: window.to },
  ])('refuses %o', async (body) => {
    const { create, on } = await aWebhooksWorld();
    const { endpointId } = await create();
    expect((await on('replayWebhooks', endpointId, { body })).status).toBe(422);
  });
  it('sends nothing to one that is disabled, and knows none of another tenant', async () => {
    const { create, on } = await aWebhooksWorld();
    const { endpointId } = await create();
    expect((await on('replayWebhooks', endpointId, { body: window, tenant: 'shop-b' })).status).toBe(404);
    await on('disableWebhookEndpoint', endpointId);
    expect((await on('replayWebhooks', endpointId, { body: window })).body).toMatchObject({
      code: 'endpoint-state-refuses',
    });
  });
});
