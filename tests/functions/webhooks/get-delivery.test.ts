import { describe, expect, it } from 'vitest';
import { aWebhooksWorld } from './webhooks-world.ts';

describe('getDelivery', () => {
  it('shows one delivery, under its own endpoint alone', async () => {
    const { create, happen, bus, deliveries, on } = await aWebhooksWorld();
    const { endpointId } = await create();
    const other = await create({ url: 'https://shop.example/other', types: ['policy.bound'] });
    const customerId = await happen();
    await bus.untilQuiet();
    const shown = (await deliveries(endpointId)).find(({ event }) => event.type === 'customer.registered');
    const params = { deliveryId: shown?.deliveryId ?? '' };
    const answer = await on('getDelivery', endpointId, { params });
    expect(answer.body).toMatchObject({ event: { id: `${customerId}.1.1`, origin: 'record' }, attemptCount: 1 });
    expect(answer.body).not.toHaveProperty('event.root');
    expect((await on('getDelivery', other.endpointId, { params })).body).toMatchObject({ code: 'delivery-not-found' });
    expect((await on('getDelivery', endpointId, { params, tenant: 'shop-b' })).status).toBe(404);
  });
});
