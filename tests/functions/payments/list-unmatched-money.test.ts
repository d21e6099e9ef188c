import { describe, expect, it } from 'vitest';
import { subscriber as applyUnmatchedMoney } from '../../../functions/payments/apply-unmatched-money.ts';
import { endpoint as listUnmatchedMoney } from '../../../functions/payments/list-unmatched-money.ts';
import { endpoint as receivePaymentWebhook } from '../../../functions/payments/receive-payment-webhook.ts';
import { deliver } from '../../support/deliver.ts';
import { deliverWebhook, paymentEvent, trustingWebhooks } from '../../support/payments.ts';
import { aBindBody, aCustomer, anOffer, risks, sellingEndpoints, someOfferKeys } from '../../support/sale.ts';
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

  it('is narrowed by time and by status, and finds money that a policy has taken', async () => {
    const world = await aWorld([...sellingEndpoints, listUnmatchedMoney, receivePaymentWebhook], {
      services: { offerKeys: someOfferKeys(), providerWebhooks: trustingWebhooks },
    });
    const bus = deliver(world, [applyUnmatchedMoney]);
    const customerId = await aCustomer(world);
    const offer = await anOffer(world, 'device-protection');
    await deliverWebhook(
      world,
      paymentEvent({ eventId: 'evt_0001', paymentId: 'pi_0001', amount: 13962, offerId: offer.offerId }),
    );
    world.time.now = '2026-11-23T08:05:00.000Z';
    await deliverWebhook(world, paymentEvent({ eventId: 'evt_0002', paymentId: 'pi_0002', amount: 101 }));
    const { identity } = risks['device-protection'];
    await world.call('bindPolicy', { body: aBindBody(offer, customerId, { identity, collection: 'provider' }) });
    await bus.untilQuiet();
    const amounts = async (query: Readonly<Record<string, string>>) => {
      const { body } = await world.call('listUnmatchedMoney', { as: finance, query });
      return (body as { items: { amount: number }[] }).items.map(({ amount }) => amount);
    };
    expect(await amounts({ status: 'applied' })).toEqual([13962]);
    expect(await amounts({ status: 'open' })).toEqual([101]);
    expect(await amounts({ createdTo: '2026-11-23T08:05:00Z' })).toEqual([]);
    expect(await amounts({ status: 'applied', createdTo: '2026-11-23T08:05:00Z' })).toEqual([13962]);
  });
});
