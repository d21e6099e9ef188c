import { describe, expect, it } from 'vitest';
import { subscriber } from '../../../functions/payments/apply-unmatched-money.ts';
import { endpoint as getUnmatchedMoney } from '../../../functions/payments/get-unmatched-money.ts';
import { endpoint as listUnmatchedMoney } from '../../../functions/payments/list-unmatched-money.ts';
import { endpoint as receivePaymentWebhook } from '../../../functions/payments/receive-payment-webhook.ts';
import { endpoint as getPolicy } from '../../../functions/policies/get-policy.ts';
import { deliver } from '../../support/deliver.ts';
import { deliverWebhook, paymentEvent, trustingWebhooks } from '../../support/payments.ts';
import { aBindBody, aCustomer, anOffer, risks, sellingEndpoints, someOfferKeys } from '../../support/sale.ts';
import { aWorld } from '../../support/world.ts';

const aShop = () =>
  aWorld([...sellingEndpoints, getPolicy, receivePaymentWebhook, listUnmatchedMoney, getUnmatchedMoney], {
    services: { offerKeys: someOfferKeys(), providerWebhooks: trustingWebhooks },
  });
const { identity } = risks['device-protection'];

describe('applyUnmatchedMoney', () => {
  it.each([
    ['pays the policy with money that came before it', 13962, 'paid', 'applied'],
    ['leaves money that does not fit where finance sees it', 13961, 'open', 'open'],
  ])('%s', async (_what, amount, invoice, money) => {
    const world = await aShop();
    const bus = deliver(world, [subscriber]);
    const customerId = await aCustomer(world);
    const offer = await anOffer(world, 'device-protection');
    await deliverWebhook(world, paymentEvent({ amount, offerId: offer.offerId }));
    const bound = await world.call('bindPolicy', {
      body: aBindBody(offer, customerId, { identity, collection: 'provider' }),
    });
    await bus.untilQuiet();
    for (const event of bus.published('policy.bound')) await bus.again(event);

    const { policyId } = bound.body as { policyId: string };
    expect((await world.call('getPolicy', { params: { policyId } })).body).toMatchObject({
      invoice: { status: invoice },
    });
    const kept = world.engine.items().filter(({ pk, sk }) => String(pk).includes('#UNM#') && sk === 'STATE');
    expect(kept).toMatchObject([{ s: { status: money } }]);
  });

  it('finds the right payment behind a wrong one, and leaves the wrong one where finance sees it', async () => {
    const world = await aShop();
    const bus = deliver(world, [subscriber]);
    const customerId = await aCustomer(world);
    const offer = await anOffer(world, 'device-protection');
    const { offerId } = offer;
    await deliverWebhook(world, paymentEvent({ eventId: 'evt_0001', paymentId: 'pi_0001', amount: 5, offerId }));
    await deliverWebhook(world, paymentEvent({ eventId: 'evt_0002', paymentId: 'pi_0002', amount: 13962, offerId }));
    const body = aBindBody(offer, customerId, { identity, collection: 'provider' });
    const { policyId } = (await world.call('bindPolicy', { body })).body as { policyId: string };
    await bus.untilQuiet();
    const policy = await world.call('getPolicy', { params: { policyId } });
    expect(policy.body).toMatchObject({ invoice: { status: 'paid' } });
  });
});
