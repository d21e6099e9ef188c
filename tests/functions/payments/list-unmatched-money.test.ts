import { describe, expect, it } from 'vitest';
import { endpoint as listUnmatchedMoney } from '../../../functions/payments/list-unmatched-money.ts';
import { endpoint as receivePaymentWebhook } from '../../../functions/payments/receive-payment-webhook.ts';
import { deliverWebhook, paymentEvent, trustingWebhooks } from '../../support/payments.ts';
import { aWorld } from '../../support/world.ts';

const finance = { kind: 'person', id: 'fin-1', roles: ['finance'] } as const;

describe('listUnmatchedMoney', () => {
  it('shows finance what has waited longest first, and no other tenant any of it', async () => {
    const world = await aWorld([listUnmatchedMoney, receivePaymentWebhook], {
      services: { providerWebhooks: trustingWebhooks },
    });
    for (const [n, time] of ['08:00', '08:05'].entries()) {
      world.time.now = `2026-11-23T${time}:00.000Z`;
      await deliverWebhook(world, paymentEvent({ eventId: `evt_000${n}`, paymentId: `pi_000${n}`, amount: 100 + n }));
    }
    const { items } = (await world.call('listUnmatchedMoney', { as: finance })).body as { items: { amount: number }[] };
    expect(items.map(({ amount }) => amount)).toEqual([100, 101]);
    expect((await world.call('listUnmatchedMoney', { as: finance, tenant: 'shop-b' })).body).toEqual({ items: [] });
  });

  it('is for people of the insurer with a role in finance or operations', async () => {
    const world = await aWorld([listUnmatchedMoney]);
    for (const as of [{}, { kind: 'person', id: 'kim', roles: ['claims_handler'] } as const]) {
      expect((await world.call('listUnmatchedMoney', { as })).status).toBe(403);
    }
  });
});
