import { describe, expect, it } from 'vitest';
import { toldTypes } from '../../../domain/webhooks/event-types/schema.ts';
import { loadEventSchemas } from '../../../tools/generate/event-schemas.ts';
import { aWebhooksWorld, url } from './webhooks-world.ts';

/** A tenant that has opened itself, as a credential that manages others makes it; a sandbox by its own words. */
const aSandbox = async (kind: 'sandbox' | 'live' = 'sandbox') => {
  const world = await aWebhooksWorld();
  await world.call('createCredential', {
    body: { name: 'Manager', scopes: ['credentials:write'] },
    as: { scopes: ['credentials:write'] },
  });
  await world.bus.untilQuiet();
  if (kind === 'sandbox') {
    const { client } = world.engine;
    const { PutCommand } = await import('@aws-sdk/lib-dynamodb');
    const profile = world.engine.items().find(({ pk, sk }) => String(pk).includes('#TNT#') && sk === 'STATE');
    const Item = { ...profile, s: { ...Object(profile?.['s']), kind } };
    await client.send(new PutCommand({ TableName: 'bindery', Item }));
  }
  return world;
};

describe('fireEvent', () => {
  it('sends the example of the catalogue, marked as a rehearsal', async () => {
    const { create, call, sent, bus } = await aSandbox();
    await create();
    const before = bus.published().length;
    const answer = await call('fireEvent', { body: { type: 'policy.bound' } });
    expect([answer.status, answer.body]).toMatchObject([
      201,
      { items: [{ status: 'delivered', event: { origin: 'rehearsal' } }] },
    ]);
    const body = JSON.parse(sent[0]?.body ?? '');
    expect(body).toMatchObject({
      type: 'policy.bound',
      rehearsal: true,
      tenant: 'shop-a',
      dataschema: '/schemas/events/policy.bound.json',
    });
    expect(body.data).toHaveProperty('policyId');
    // Nothing has happened: no record tells of it.
    expect(bus.published().length).toBe(before);
  });
  it('has an example of every type that its schema takes', async () => {
    const { create, call, sent } = await aSandbox();
    const schemas = await loadEventSchemas();
    const { endpointId } = await create({ url, types: ['statement.closed'] });
    for (const type of toldTypes) {
      expect((await call('fireEvent', { body: { type, endpointId } })).status).toBe(201);
      const body = JSON.parse(sent.at(-1)?.body ?? '');
      expect([type, schemas.get(type)?.schema.safeParse(body.data).success]).toEqual([type, true]);
    }
    expect(sent.length).toBe(toldTypes.length);
  });
  it('goes to all that want the type, or to the one that is named', async () => {
    const { create, call, sent } = await aSandbox();
    await create({ url: 'https://shop.example/all' });
    await create({ url: 'https://shop.example/claims', types: ['claim.paid'] });
    sent.length = 0;
    await call('fireEvent', { body: { type: 'policy.bound' } });
    expect(sent.map((one) => one.url)).toEqual(['https://shop.example/all']);
    await call('fireEvent', { body: { type: 'claim.paid' } });
    expect(
      sent
        .slice(1)
        .map((one) => one.url)
        .toSorted(),
    ).toEqual(['https://shop.example/all', 'https://shop.example/claims']);
  });
  it('is for sandboxes alone', async () => {
    const { call, create, sent } = await aSandbox('live');
    await create();
    const live = await call('fireEvent', { body: { type: 'policy.bound' } });
    expect([live.status, live.body]).toMatchObject([403, { code: 'sandbox-only' }]);
    // A tenant of which nothing is known is no sandbox either.
    expect((await call('fireEvent', { body: { type: 'policy.bound' }, tenant: 'shop-b' })).status).toBe(403);
    expect(sent).toEqual([]);
  });
  it('refuses a type that is never told, an endpoint that is not there, and one that is disabled', async () => {
    const { call, create, on } = await aSandbox();
    expect((await call('fireEvent', { body: { type: 'operation.recorded' } })).status).toBe(422);
    const missing = { type: 'policy.bound', endpointId: `whe_${'0'.repeat(26)}` };
    expect((await call('fireEvent', { body: missing })).status).toBe(404);
    const { endpointId } = await create();
    await on('disableWebhookEndpoint', endpointId);
    const answer = await call('fireEvent', { body: { type: 'policy.bound', endpointId } });
    expect(answer.body).toMatchObject({ code: 'endpoint-state-refuses' });
  });
});
