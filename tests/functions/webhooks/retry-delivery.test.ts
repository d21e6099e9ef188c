import { describe, expect, it } from 'vitest';
import { pausesMs } from '../../../domain/webhooks/schedule.ts';
import { wakeUpEvent } from '../../../functions/_kit/wake-up.ts';
import { aWebhooksWorld, down, ok, type WebhooksWorld } from './webhooks-world.ts';

const failing = async () => {
  const world = await aWebhooksWorld();
  const { endpointId } = await world.create();
  world.receiver.answer = () => down;
  await world.happen();
  await world.bus.untilQuiet();
  return { ...world, endpointId };
};
const dueItems = ({ engine }: Pick<WebhooksWorld, 'engine'>) =>
  engine.items().filter(({ pk }) => /^DUE#2|#DUE$/.test(String(pk)));
const instants = (attempts: readonly Record<string, unknown>[]): readonly number[] =>
  attempts.map(({ at }) => Date.parse(String(at)));

describe('retryDelivery', () => {
  it('keeps the schedule within a fifth: ten attempts, and then none', async () => {
    const { passTo, deliveries, endpointId, sent, engine } = await failing();
    await passTo('2026-12-23T08:00:00.000Z');
    const [delivery] = await deliveries(endpointId, { status: 'failed' });
    const times = instants(delivery?.attempts ?? []);
    expect(times).toHaveLength(10);
    const pauses = times.slice(1).map((time, at) => time - (times[at] ?? 0));
    for (const [at, pause] of pauses.entries()) {
      expect(pause).toBeGreaterThanOrEqual((pausesMs[at] ?? 0) * 0.8);
      expect(pause).toBeLessThanOrEqual((pausesMs[at] ?? 0) * 1.2);
    }
    expect(sent).toHaveLength(10);
    expect(dueItems({ engine })).toEqual([]);
  });
  it('sends the same id and bytes under a new time and signature each time', async () => {
    const { passTo, sent } = await failing();
    await passTo('2026-11-23T12:00:00.000Z');
    expect(new Set(sent.map(({ body }) => body)).size).toBe(1);
    expect(new Set(sent.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    expect(sent.length).toBeGreaterThanOrEqual(4);
    expect(new Set(sent.map(({ headers }) => headers['webhook-timestamp'])).size).toBe(sent.length);
    expect(new Set(sent.map(({ headers }) => headers['webhook-signature'])).size).toBe(sent.length);
  });
  it('ends with the first success', async () => {
    const { passTo, receiver, deliveries, endpointId, sent, engine } = await failing();
    receiver.answer = () => ok;
    await passTo('2026-12-23T08:00:00.000Z');
    expect(await deliveries(endpointId)).toMatchObject([{ status: 'delivered', attemptCount: 2 }]);
    expect([sent.length, dueItems({ engine })]).toEqual([2, []]);
  });
  it('waits as long as the receiver asks for', async () => {
    const { passTo, receiver, deliveries, endpointId } = await failing();
    receiver.answer = () => ({ ms: 5, status: 429, retryAfterSeconds: 3_600 });
    await passTo('2026-11-23T09:30:00.000Z');
    const [delivery] = await deliveries(endpointId);
    const [, second = 0, third = 0] = instants(delivery?.attempts ?? []);
    expect(third - second).toBe(3_600_000);
  });
  it('sends once where the clockwork tells of the same wake-up again and again', async () => {
    const { bus, sent, engine, time } = await failing();
    const [item] = dueItems({ engine });
    const [at = '', tenant = '', id = ''] = String(item?.['sk']).split('#');
    time.now = at;
    const told = wakeUpEvent({ tenant, kind: 'delivery', id, at }, { time: at, requestId: 'tick' });
    await Promise.all([bus.again(told), bus.again(told), bus.again(told)]);
    await bus.again(told);
    expect(sent).toHaveLength(2);
  });
  it('sends what a crash cut off before or after it was sent, when its claim is over', async () => {
    const { receiver, passTo, sent, deliveries, endpointId, engine } = await failing();
    receiver.answer = () => {
      throw new Error('The process dies here.');
    };
    const [item] = dueItems({ engine });
    await passTo(String(item?.['sk']).slice(0, 24));
    expect(await deliveries(endpointId)).toMatchObject([{ status: 'pending', attemptCount: 1 }]);
    receiver.answer = () => ok;
    await passTo('2026-11-23T08:10:00.000Z');
    expect(await deliveries(endpointId)).toMatchObject([{ status: 'delivered' }]);
    expect(sent.length).toBeGreaterThanOrEqual(3);
  });
  it('takes a wake-up away for which there is no delivery', async () => {
    const { bus, engine, time } = await aWebhooksWorld();
    const id = `dlv_${'0'.repeat(26)}`;
    await bus.again(
      wakeUpEvent({ tenant: 'shop-a', kind: 'delivery', id, at: time.now }, { time: time.now, requestId: 'tick' }),
    );
    expect(dueItems({ engine })).toEqual([]);
  });

  it('tells that an endpoint is failing after the third failure, and that it is well again', async () => {
    const { passTo, bus, receiver, show, endpointId } = await failing();
    await passTo('2026-11-23T08:10:00.000Z');
    expect(bus.published('endpoint.failing')).toMatchObject([{ data: { missedFrom: '2026-11-23T07:00:00.000Z' } }]);
    expect(await show(endpointId)).toHaveProperty('failingSince');
    receiver.answer = () => ok;
    await passTo('2026-11-23T12:00:00.000Z');
    expect(bus.published('endpoint.recovered')).toHaveLength(1);
    expect(await show(endpointId)).not.toHaveProperty('failingSince');
  });
  it('leaves what happens while an endpoint is failing to its wake-ups', async () => {
    const { passTo, happen, bus, sent, receiver, deliveries, endpointId } = await failing();
    await passTo('2026-11-23T08:10:00.000Z');
    const before = sent.length;
    await happen();
    await bus.untilQuiet();
    expect(sent).toHaveLength(before);
    receiver.answer = () => ok;
    await passTo('2026-11-23T08:10:01.000Z');
    expect(sent).toHaveLength(before + 1);
    expect((await deliveries(endpointId, { status: 'delivered' })).length).toBe(1);
  });
  it('disables an endpoint that takes nothing for five days, with an event', async () => {
    const { passTo, happen, bus, show, endpointId, sent } = await failing();
    await passTo('2026-11-23T08:10:00.000Z');
    const { failingSince } = await show(endpointId);
    // One delivery is given up after some three days; another keeps failing.
    await passTo('2026-11-26T00:00:00.000Z');
    await happen();
    await bus.untilQuiet();
    await passTo('2026-11-28T08:00:00.000Z');
    expect(bus.published('endpoint.disabled')).toEqual([]);
    await passTo('2026-12-01T08:00:00.000Z');
    const [disabled] = bus.published('endpoint.disabled');
    expect(disabled).toMatchObject({ subject: endpointId, data: { reason: 'failing' } });
    const { at } = Object(disabled?.data);
    expect(Date.parse(at) - Date.parse(String(failingSince))).toBeGreaterThanOrEqual(5 * 86_400_000);
    const before = sent.length;
    await happen();
    await bus.untilQuiet();
    await passTo('2026-12-20T08:00:00.000Z');
    expect(sent).toHaveLength(before);
  });
  it('gives up what waits for an endpoint that was disabled meanwhile, without sending', async () => {
    const { on, passTo, sent, deliveries, endpointId } = await failing();
    await on('disableWebhookEndpoint', endpointId);
    await passTo('2026-12-23T08:00:00.000Z');
    expect(sent).toHaveLength(1);
    expect(await deliveries(endpointId)).toMatchObject([{ status: 'failed', attemptCount: 1 }]);
  });
});
