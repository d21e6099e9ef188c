import { describe, expect, it } from 'vitest';
import { aWebhooksWorld, down, ok } from './webhooks-world.ts';

const failedOnce = async () => {
  const world = await aWebhooksWorld();
  const { endpointId } = await world.create();
  world.receiver.answer = () => down;
  await world.happen();
  await world.bus.untilQuiet();
  const [delivery] = await world.deliveries(endpointId);
  const params = { deliveryId: delivery?.deliveryId ?? '' };
  const resend = (asked: object = {}) => world.on('resendDelivery', endpointId, { params, ...asked });
  return { ...world, endpointId, params, resend };
};

describe('resendDelivery', () => {
  it('sends now, under the same id and with the same bytes, and answers the attempt', async () => {
    const { resend, receiver, sent, time } = await failedOnce();
    receiver.answer = () => ok;
    time.now = '2026-11-23T08:00:03.000Z';
    const answer = await resend();
    expect([answer.status, answer.body]).toMatchObject([201, { status: 'delivered', attemptCount: 2 }]);
    const [first, second] = sent;
    expect(second?.body).toBe(first?.body);
    expect(second?.headers['webhook-id']).toBe(first?.headers['webhook-id']);
    expect(second?.headers['webhook-timestamp']).not.toBe(first?.headers['webhook-timestamp']);
  });
  it('begins the schedule anew where it fails', async () => {
    const { resend } = await failedOnce();
    const { body } = await resend();
    const { nextAttemptAt = '' } = body as { nextAttemptAt?: string };
    // Five seconds, off by a fifth at most.
    expect(nextAttemptAt >= '2026-11-23T08:00:04.000Z' && nextAttemptAt <= '2026-11-23T08:00:06.000Z').toBe(true);
  });
  it('sends once for each key, and again what was delivered under another', async () => {
    const { resend, receiver, sent } = await failedOnce();
    receiver.answer = () => ok;
    const first = await resend({ key: 'resend-01' });
    expect((await resend({ key: 'resend-01' })).text).toBe(first.text);
    expect(sent).toHaveLength(2);
    expect((await resend({ key: 'resend-02' })).body).toMatchObject({ status: 'delivered', attemptCount: 3 });
  });
  it('sends nothing to an endpoint that is disabled, and knows only its own deliveries', async () => {
    const { resend, on, endpointId, create, params } = await failedOnce();
    const other = await create({ url: 'https://shop.example/other', types: ['policy.bound'] });
    expect((await on('resendDelivery', other.endpointId, { params })).body).toMatchObject({
      code: 'delivery-not-found',
    });
    expect((await resend({ tenant: 'shop-b' })).status).toBe(404);
    await on('disableWebhookEndpoint', endpointId);
    expect((await resend()).body).toMatchObject({ code: 'endpoint-state-refuses' });
  });
});
