import { describe, expect, it } from 'vitest';
import { aWebhooksWorld, down, ok, url } from './webhooks-world.ts';

describe('deliverWebhooks', () => {
  it('sends the event exactly as the list of events shows it', async () => {
    const { create, happen, bus, sent } = await aWebhooksWorld();
    await create();
    const customerId = await happen();
    await bus.untilQuiet();
    const [event] = bus.published('customer.registered');
    expect(sent.map(({ body }) => JSON.parse(body))).toEqual([event]);
    expect(event).toMatchObject({ subject: customerId, sequence: 1 });
    expect(sent[0]?.headers).toMatchObject({ 'webhook-id': `${customerId}.1.1`, 'content-type': 'application/json' });
  });
  it('leaves the data out where the endpoint wants it thin', async () => {
    const { create, happen, bus, sent } = await aWebhooksWorld();
    await create({ url, payload: 'thin' });
    await happen();
    await bus.untilQuiet();
    const [event] = bus.published('customer.registered');
    const { data: _data, ...thin } = Object(event);
    expect(JSON.parse(sent[0]?.body ?? '')).toEqual(thin);
  });
  it('tells those who want it, and of other endpoints but never of oneself', async () => {
    const { create, happen, bus, sent } = await aWebhooksWorld();
    await create({ url: 'https://shop.example/all' });
    await create({ url: 'https://shop.example/policies', types: ['policy.bound'] });
    await happen();
    await bus.untilQuiet();
    const told = sent.map((one) => [one.url.split('/').at(-1), JSON.parse(one.body).type]);
    expect(told).toEqual([
      ['all', 'endpoint.created'],
      ['all', 'customer.registered'],
    ]);
  });
  it('puts it on the bus of a partner, unsigned', async () => {
    const { create, happen, bus, put, sent, deliveries } = await aWebhooksWorld();
    const eventBusArn = 'arn:aws:events:eu-central-1:111122223333:event-bus/insurance';
    const { endpointId } = await create({ eventBusArn });
    await happen();
    await bus.untilQuiet();
    expect(put).toMatchObject([{ arn: eventBusArn }]);
    expect(sent).toEqual([]);
    expect(await deliveries(endpointId)).toMatchObject([{ status: 'delivered' }]);
  });
  it('sends once what comes twice', async () => {
    const { create, happen, bus, sent } = await aWebhooksWorld();
    await create();
    await happen();
    await bus.untilQuiet();
    for (const event of bus.published('customer.registered')) await bus.again(event);
    expect(sent).toHaveLength(1);
  });
  it('does not send again by the bus what waits for its next attempt', async () => {
    const { create, happen, bus, sent, receiver, deliveries } = await aWebhooksWorld();
    receiver.answer = () => down;
    const { endpointId } = await create();
    await happen();
    await bus.untilQuiet();
    for (const event of bus.published('customer.registered')) await bus.again(event);
    expect(sent).toHaveLength(1);
    expect(await deliveries(endpointId)).toMatchObject([{ status: 'pending', attempts: [{ error: 'status' }] }]);
  });
  it('delivers nothing that was never committed, whoever put it on the bus', async () => {
    const { create, happen, bus, sent } = await aWebhooksWorld();
    const { endpointId } = await create();
    await happen();
    await bus.untilQuiet();
    const [event] = bus.published('customer.registered');
    if (event === undefined) throw new Error('Nothing happened.');
    await bus.again({ ...event, id: `${event.subject}.2.1`, sequence: 2 });
    await bus.again({
      ...event,
      type: 'customer.registered',
      subject: `pol_${'1'.repeat(26)}`,
      id: `pol_${'1'.repeat(26)}.1.1`,
    });
    expect(sent).toHaveLength(1);
    expect(endpointId).toBeDefined();
  });
  it('tells the well ones where another fails, and that one by its wake-ups', async () => {
    const { create, happen, bus, sent, receiver } = await aWebhooksWorld();
    receiver.answer = (one) => (one.url.endsWith('bad') ? down : ok);
    await create({ url: 'https://shop.example/bad', types: ['customer.registered'] });
    await create({ url: 'https://shop.example/good', types: ['customer.registered'] });
    await happen();
    await bus.untilQuiet();
    expect(sent.map((one) => one.url).toSorted()).toEqual(['https://shop.example/bad', 'https://shop.example/good']);
  });
  it('disables an endpoint that answers 410, with an event that tells why', async () => {
    const { create, happen, bus, receiver, show, sent } = await aWebhooksWorld();
    receiver.answer = () => ({ ms: 5, status: 410 });
    const { endpointId } = await create();
    await happen();
    await bus.untilQuiet();
    expect(bus.published('endpoint.disabled')).toMatchObject([{ subject: endpointId, data: { reason: 'gone' } }]);
    expect(await show(endpointId)).toMatchObject({ status: 'disabled', disabledFor: 'gone' });
    await happen();
    await bus.untilQuiet();
    expect(sent).toHaveLength(1);
  });
  it('notes what a switched-off endpoint misses, where it came late', async () => {
    const { create, happen, bus, on, show, time } = await aWebhooksWorld();
    const { endpointId } = await create();
    await happen();
    time.now = '2026-11-23T10:00:00.000Z';
    await on('disableWebhookEndpoint', endpointId);
    await bus.untilQuiet();
    expect(await show(endpointId)).toMatchObject({ missedFrom: '2026-11-23T08:00:00.000Z' });
    expect(bus.published('endpoint.missed')).toHaveLength(1);
  });
  it('keeps tenants apart', async () => {
    const { create, happen, bus, sent } = await aWebhooksWorld();
    await create({ url }, { tenant: 'shop-b' });
    await happen();
    await bus.untilQuiet();
    expect(sent).toEqual([]);
  });
});
