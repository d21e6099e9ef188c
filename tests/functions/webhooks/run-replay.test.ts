import { describe, expect, it } from 'vitest';
import { aWebhooksWorld, down, ok, url } from './webhooks-world.ts';

const typesSent = (sent: readonly { readonly body: string }[]) => sent.map(({ body }) => JSON.parse(body).subject);

describe('runReplay', () => {
  it('sends again what was recorded in a window, delivered or not, and nothing outside of it', async () => {
    const { create, happen, bus, time, sent, on, audit, passTo, show } = await aWebhooksWorld();
    const { endpointId } = await create({ url, types: ['customer.registered'] });
    const happened: string[] = [];
    for (let n = 0; n < 5; n += 1) {
      time.now = `2026-11-23T0${n + 1}:00:00.000Z`.replace('T0', 'T1');
      happened.push(await happen());
      await bus.untilQuiet();
    }
    await audit();
    sent.length = 0;
    time.now = '2026-11-24T00:00:00.000Z';
    const window = { from: '2026-11-23T12:00:00.000Z', to: '2026-11-23T14:00:00.000Z' };
    expect((await on('replayWebhooks', endpointId, { body: window })).status).toBe(202);
    await bus.untilQuiet();
    await passTo('2026-11-24T00:00:01.000Z');
    // What lies at the end of the window is outside of it.
    expect(typesSent(sent).toSorted()).toEqual(happened.slice(1, 3).toSorted());
    expect(await show(endpointId)).toMatchObject({ replay: { status: 'ended', sent: 2 } });
  });

  it('sends what was missed while an endpoint was disabled, once', async () => {
    const { create, happen, bus, time, sent, on, audit, passTo, show } = await aWebhooksWorld();
    const { endpointId } = await create({ url, types: ['customer.registered'] });
    await happen();
    await bus.untilQuiet();
    time.now = '2026-11-23T09:00:00.000Z';
    await on('disableWebhookEndpoint', endpointId);
    const missed = [await happen(), await happen()];
    await bus.untilQuiet();
    await audit();
    time.now = '2026-11-23T10:00:00.000Z';
    await on('enableWebhookEndpoint', endpointId);
    sent.length = 0;
    await on('replayWebhooks', endpointId, { body: { missed: true } });
    await bus.untilQuiet();
    await passTo('2026-11-23T10:00:01.000Z');
    expect(typesSent(sent).toSorted()).toEqual(missed.toSorted());
    expect(await show(endpointId)).not.toHaveProperty('missedFrom');
    const again = await on('replayWebhooks', endpointId, { body: { missed: true } });
    expect(again.body).toMatchObject({ code: 'nothing-missed' });
  });

  it('sends what was given up while an endpoint was failing, in the delivery that stands', async () => {
    const { create, happen, bus, sent, on, audit, passTo, receiver, deliveries } = await aWebhooksWorld();
    const { endpointId } = await create({ url, types: ['customer.registered'] });
    receiver.answer = () => down;
    await happen();
    await bus.untilQuiet();
    await audit();
    await passTo('2026-11-27T08:00:00.000Z');
    expect(await deliveries(endpointId)).toMatchObject([{ status: 'failed', attemptCount: 10 }]);
    receiver.answer = () => ok;
    sent.length = 0;
    await on('replayWebhooks', endpointId, { body: { missed: true } });
    await bus.untilQuiet();
    await passTo('2026-11-27T08:00:01.000Z');
    expect(sent).toHaveLength(1);
    expect(await deliveries(endpointId)).toMatchObject([{ status: 'delivered', attemptCount: 11 }]);
  });

  it('comes again without sending anything twice', async () => {
    const { create, happen, bus, time, sent, on, audit, passTo } = await aWebhooksWorld();
    const { endpointId } = await create({ url, types: ['customer.registered'] });
    await happen();
    await bus.untilQuiet();
    await audit();
    time.now = '2026-11-24T00:00:00.000Z';
    const window = { from: '2026-11-23T00:00:00.000Z', to: '2026-11-24T00:00:00.000Z' };
    await on('replayWebhooks', endpointId, { body: window });
    const [requested] = bus.published('endpoint.replay-requested');
    await bus.untilQuiet();
    if (requested === undefined) throw new Error('No replay was asked for.');
    await bus.again(requested);
    await passTo('2026-11-24T00:00:01.000Z');
    await bus.again(requested);
    await passTo('2026-11-24T00:00:02.000Z');
    expect(sent).toHaveLength(2);
  });

  it('goes on slice by slice, and counts what it has done', async () => {
    const { create, happen, bus, time, on, audit, show } = await aWebhooksWorld();
    const { endpointId } = await create({ url, types: ['customer.registered'] });
    await on('disableWebhookEndpoint', endpointId);
    for (let n = 0; n < 220; n += 1) await happen();
    await bus.untilQuiet();
    await audit();
    await on('enableWebhookEndpoint', endpointId);
    time.now = '2026-11-23T09:00:00.000Z';
    await on('replayWebhooks', endpointId, { body: { missed: true } });
    await bus.untilQuiet();
    // A hundred are begun in a slice, and what is left of the page that it was at.
    expect(bus.published('endpoint.replay-advanced').length).toBe(1);
    // All 220 people, after the making of the endpoint and its disabling.
    expect(await show(endpointId)).toMatchObject({ replay: { status: 'ended', sent: 220 } });
  });
});
