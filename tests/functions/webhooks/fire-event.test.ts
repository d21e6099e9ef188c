import { describe, expect, it } from 'vitest';
import { toldTypes } from '../../../domain/webhooks/event-types/schema.ts';
import { loadEventSchemas } from '../../../tools/generate/event-schemas.ts';
import type { Asked } from '../../support/world.ts';
import { aWebhooksWorld, down, url } from './webhooks-world.ts';

const tenant = 'sandbox-a';
const aSandbox = async () => {
  const world = await aWebhooksWorld({ tenants: [tenant, 'shop-a'] });
  const fire = (body: object, asked: Asked = {}) => world.call('fireEvent', { body, tenant, ...asked });
  const make = (body: object = { url }) => world.create(body, { tenant });
  return { ...world, fire, make };
};

describe('fireEvent', () => {
  it('sends the example of the catalogue, marked as a rehearsal', async () => {
    const { make, fire, sent, bus } = await aSandbox();
    await make();
    const before = bus.published().length;
    const answer = await fire({ type: 'policy.bound' });
    const event = { type: 'policy.bound', origin: 'rehearsal' };
    expect([answer.status, answer.body]).toMatchObject([201, { items: [{ status: 'delivered', event }] }]);
    const body = JSON.parse(sent[0]?.body ?? '');
    expect(body).toMatchObject({ type: 'policy.bound', rehearsal: true, tenant });
    expect(body.dataschema).toBe('/schemas/events/policy.bound.json');
    // Nothing has happened: no record tells of it.
    expect(bus.published().length).toBe(before);
  });
  it('has an example of every type that is told, as its schema has it', async () => {
    const { make, fire, sent } = await aSandbox();
    const schemas = await loadEventSchemas();
    const { endpointId } = await make({ url, types: ['statement.closed'] });
    for (const type of toldTypes) {
      expect((await fire({ type, endpointId })).status).toBe(201);
      const body = JSON.parse(sent.at(-1)?.body ?? '');
      expect([type, schemas.get(type)?.schema.safeParse(body.data).success]).toEqual([type, true]);
    }
    expect(sent.length).toBe(toldTypes.length);
  });
  it('goes to all that want the type, or to the one that is named', async () => {
    const { make, fire, sent } = await aSandbox();
    await make({ url: 'https://shop.example/all' });
    await make({ url: 'https://shop.example/claims', types: ['claim.paid'] });
    sent.length = 0;
    await fire({ type: 'policy.bound' });
    expect(sent.map((one) => one.url)).toEqual(['https://shop.example/all']);
    await fire({ type: 'claim.paid' });
    const told = sent.slice(1).map((one) => one.url);
    expect(told.toSorted()).toEqual(['https://shop.example/all', 'https://shop.example/claims']);
  });
  it('is tried again by the schedule, as a real event would be', async () => {
    const { make, fire, sent, receiver, passTo } = await aSandbox();
    receiver.answer = () => down;
    await make();
    await fire({ type: 'policy.bound' });
    await passTo('2026-11-23T08:10:00.000Z');
    // At once, after five seconds, after five minutes; half an hour is not over.
    expect(sent).toHaveLength(3);
    expect(new Set(sent.map(({ body }) => body)).size).toBe(1);
  });
  it('is for sandboxes alone', async () => {
    const { create, fire, sent } = await aSandbox();
    await create();
    const live = await fire({ type: 'policy.bound' }, { tenant: 'shop-a' });
    expect([live.status, live.body]).toMatchObject([403, { code: 'sandbox-only' }]);
    expect(sent).toEqual([]);
  });
  it('refuses a type that is never told, an endpoint that is not there, and one that is disabled', async () => {
    const { fire, make, on } = await aSandbox();
    expect((await fire({ type: 'operation.recorded' })).status).toBe(422);
    expect((await fire({ type: 'policy.bound', endpointId: `whe_${'0'.repeat(26)}` })).status).toBe(404);
    const { endpointId } = await make();
    await on('disableWebhookEndpoint', endpointId, { tenant });
    expect((await fire({ type: 'policy.bound', endpointId })).body).toMatchObject({ code: 'endpoint-state-refuses' });
  });
});
