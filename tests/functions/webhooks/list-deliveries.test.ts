import { describe, expect, it } from 'vitest';
import { aWebhooksWorld, down, ok } from './webhooks-world.ts';

const told = async () => {
  const world = await aWebhooksWorld();
  const { endpointId } = await world.create();
  for (const [n, answer] of [ok, down, ok, down, ok].entries()) {
    world.receiver.answer = () => answer;
    world.time.now = `2026-11-23T08:0${n}:00.000Z`;
    await world.happen();
    await world.bus.untilQuiet();
  }
  return { ...world, endpointId };
};

describe('listDeliveries', () => {
  it('lists what was sent, newest first, with every attempt', async () => {
    const { deliveries, endpointId } = await told();
    const all = await deliveries(endpointId);
    expect(all.map(({ status }) => status)).toEqual(['delivered', 'pending', 'delivered', 'pending', 'delivered']);
    expect(all[1]?.attempts).toEqual([
      {
        at: '2026-11-23T08:03:00.000Z',
        sentAt: '2026-11-23T08:03:00.000Z',
        outcome: 'failed',
        status: 500,
        ms: 5,
        error: 'status',
      },
    ]);
  });
  it('narrows by status, page by page', async () => {
    const { deliveries, endpointId, on } = await told();
    expect(await deliveries(endpointId, { status: 'failed' })).toEqual([]);
    const ids: string[] = [];
    let next: string | undefined;
    do {
      const query = { status: 'delivered', limit: '1', ...(next !== undefined && { cursor: next }) };
      const page = (await on('listDeliveries', endpointId, { query })).body as {
        items: { deliveryId: string }[];
        next?: string;
      };
      ids.push(...page.items.map(({ deliveryId }) => deliveryId));
      next = page.next;
    } while (next !== undefined);
    const all = await deliveries(endpointId, { status: 'delivered' });
    expect(ids).toEqual(all.map(({ deliveryId }) => deliveryId));
    expect(new Set(ids).size).toBe(3);
  });
  it('knows no endpoint of another tenant, and takes no cursor of another list', async () => {
    const { on, endpointId, create } = await told();
    expect((await on('listDeliveries', endpointId, { tenant: 'shop-b' })).status).toBe(404);
    const page = (await on('listDeliveries', endpointId, { query: { limit: '1' } })).body as { next: string };
    const other = await create({ url: 'https://shop.example/other' });
    expect((await on('listDeliveries', other.endpointId, { query: { cursor: page.next } })).status).toBe(422);
  });
});
