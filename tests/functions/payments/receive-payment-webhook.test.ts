import { describe, expect, it } from 'vitest';
import { endpoint } from '../../../functions/payments/receive-payment-webhook.ts';
import { endpoint as getPolicy } from '../../../functions/policies/get-policy.ts';
import { cancel, cancellingEndpoints } from '../../support/cancellation.ts';
import { deliverWebhook, paymentEvent, trustingWebhooks } from '../../support/payments.ts';
import { anOffer, aPolicy, sellingEndpoints, someOfferKeys } from '../../support/sale.ts';
import { aWorld } from '../../support/world.ts';

const aShop = () =>
  aWorld([...sellingEndpoints, getPolicy, ...cancellingEndpoints, endpoint], {
    services: { offerKeys: someOfferKeys(), providerWebhooks: trustingWebhooks },
  });
type Shop = Awaited<ReturnType<typeof aShop>>;

const anUnpaidPolicy = (world: Shop) => aPolicy(world, 'device-protection', { collection: 'provider' });
const states = (world: Shop, kind: string) =>
  world.engine.items().filter(({ pk, sk }) => String(pk).includes(`#${kind}#`) && sk === 'STATE');
/** 4 999.00 x 2.8 % x 1.00 x 1.00 x 1.05 x 0.95 = 139.62 (catalogue 5.2), in fen. */
const premium = 13962;

describe('receivePaymentWebhook', () => {
  it('books the premium of a policy, for at most 7 write units', async () => {
    const world = await aShop();
    const { offerId, policyId } = await anUnpaidPolicy(world);
    const answer = await deliverWebhook(world, paymentEvent({ amount: premium, offerId }));
    expect([answer.status, answer.body]).toEqual([200, { received: true, outcome: 'applied' }]);
    expect(world.log.at(-1)?.['writeUnits']).toBeLessThanOrEqual(7);
    const policy = await world.call('getPolicy', { params: { policyId } });
    expect(policy.body).toMatchObject({ invoice: { status: 'paid' } });
  });

  it('books it once, however often the same event comes', async () => {
    const world = await aShop();
    const { offerId } = await anUnpaidPolicy(world);
    const first = await deliverWebhook(world, paymentEvent({ amount: premium, offerId }));
    const items = world.engine.items().length;
    const again = await deliverWebhook(world, paymentEvent({ amount: premium, offerId }));
    expect(again.text).toBe(first.text);
    expect(again.headers['idempotent-replayed']).toBe('true');
    expect(world.engine.items()).toHaveLength(items);
  });

  it('books one payment once, when two events tell of it', async () => {
    const world = await aShop();
    const { offerId } = await anUnpaidPolicy(world);
    await deliverWebhook(world, paymentEvent({ amount: premium, offerId }));
    const other = await deliverWebhook(world, paymentEvent({ eventId: 'evt_0002', amount: premium, offerId }));
    expect(other.body).toEqual({ received: true, outcome: 'known' });
    expect(states(world, 'UNM')).toHaveLength(0);
  });

  it.each([
    ['a cent too little', { amount: premium - 1 }, 'wrong-amount'],
    ['a cent too much', { amount: premium + 1 }, 'wrong-amount'],
    ['another currency', { amount: premium, currency: 'usd' }, 'wrong-currency'],
  ])('keeps %s as unmatched money and leaves the policy unpaid', async (_what, paid, reason) => {
    const world = await aShop();
    const { offerId, policyId } = await anUnpaidPolicy(world);
    const answer = await deliverWebhook(world, paymentEvent({ ...paid, offerId }));
    expect(answer.body).toEqual({ received: true, outcome: 'unmatched' });
    expect(states(world, 'UNM')).toMatchObject([{ s: { reason, amount: paid.amount, status: 'open', policyId } }]);
    expect((await world.call('getPolicy', { params: { policyId } })).body).toMatchObject({
      invoice: { status: 'open' },
    });
  });

  it('keeps a second payment for a paid policy, rather than booking it over the first', async () => {
    const world = await aShop();
    const { offerId } = await anUnpaidPolicy(world);
    await deliverWebhook(world, paymentEvent({ amount: premium, offerId }));
    await deliverWebhook(world, paymentEvent({ eventId: 'evt_0002', paymentId: 'pi_0002', amount: premium, offerId }));
    expect(states(world, 'UNM')).toMatchObject([{ s: { reason: 'already-paid', paymentId: 'pi_0002' } }]);
  });

  it('keeps money that names no offer of ours', async () => {
    const world = await aShop();
    await deliverWebhook(world, paymentEvent({ amount: 500 }));
    expect(states(world, 'UNM')).toMatchObject([{ s: { reason: 'unknown-reference', amount: 500 } }]);
  });

  it('keeps every payment that comes before its policy, each on its own', async () => {
    const world = await aShop();
    const { offerId } = await anOffer(world, 'device-protection');
    await deliverWebhook(world, paymentEvent({ eventId: 'evt_0001', paymentId: 'pi_0001', amount: premium, offerId }));
    await deliverWebhook(world, paymentEvent({ eventId: 'evt_0002', paymentId: 'pi_0002', amount: premium, offerId }));
    await deliverWebhook(world, paymentEvent({ eventId: 'evt_0003', paymentId: 'pi_0002', amount: premium, offerId }));
    expect(
      states(world, 'UNM')
        .map(({ s }) => (s as { paymentId: string }).paymentId)
        .toSorted(),
    ).toEqual(['pi_0001', 'pi_0002']);
  });

  it('books late money on the cancelled policy and asks for its refund', async () => {
    const world = await aShop();
    const { offerId, policyId } = await anUnpaidPolicy(world);
    await cancel(world, policyId);
    const answer = await deliverWebhook(world, paymentEvent({ amount: premium, offerId }));
    expect(answer.body).toEqual({ received: true, outcome: 'unapplied' });
    expect(states(world, 'POL')).toMatchObject([{ s: { balances: { cash: premium, refund_payable: -premium } } }]);
  });

  it('keeps money whose offer is nonsense, however long', async () => {
    const world = await aShop();
    const answer = await deliverWebhook(world, paymentEvent({ amount: 500, offerId: 'x'.repeat(500) }));
    expect(answer.body).toEqual({ received: true, outcome: 'unmatched' });
  });

  it('refuses a forged webhook, books nothing, and raises one alert an hour however many come', async () => {
    const world = await aShop();
    const { offerId } = await anUnpaidPolicy(world);
    for (let i = 0; i < 10; i += 1) {
      const answer = await deliverWebhook(
        world,
        paymentEvent({ eventId: `evt_1${i}00`, amount: premium, offerId }),
        'forged',
      );
      expect([answer.status, answer.body]).toMatchObject([401, { code: 'webhook-signature-invalid' }]);
    }
    expect(states(world, 'ALR')).toMatchObject([{ s: { cause: 'webhook-signature', severity: 'orange' } }]);
    expect(states(world, 'UNM')).toHaveLength(0);
  });

  it('refuses a signed event that lacks what its type carries', async () => {
    const world = await aShop();
    const event = { ...paymentEvent({ amount: 1 }), data: { object: { id: 'pi_0001', amount_received: -1 } } };
    const answer = await deliverWebhook(world, event);
    expect([answer.status, answer.body]).toMatchObject([422, { code: 'webhook-not-understood' }]);
  });

  it('is not found at the path of a tenant that does not exist', async () => {
    const world = await aShop();
    const answer = await world.call('receivePaymentWebhook', { params: { tenantId: 'nobody' }, body: {} });
    expect([answer.status, answer.body]).toMatchObject([404, { code: 'not-found' }]);
  });
});
