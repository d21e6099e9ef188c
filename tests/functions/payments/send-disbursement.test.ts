import { describe, expect, it } from 'vitest';
import { endpoint as receivePaymentWebhook } from '../../../functions/payments/receive-payment-webhook.ts';
import { subscriber } from '../../../functions/payments/send-disbursement.ts';
import { fireDueItem } from '../../../functions/policies/fire-due-item.ts';
import { endpoint as getPolicy } from '../../../functions/policies/get-policy.ts';
import { cancel, cancellingEndpoints } from '../../support/cancellation.ts';
import { deliver } from '../../support/deliver.ts';
import { aTelling } from '../../support/due.ts';
import { deliverWebhook, paymentEvent, trustingWebhooks } from '../../support/payments.ts';
import { aProvider } from '../../support/providers.ts';
import { aPolicy, sellingEndpoints, someOfferKeys } from '../../support/sale.ts';
import { aWorld } from '../../support/world.ts';

/** A policy that was paid through the provider and is cancelled, so that a refund is on its way. */
const aRefund = async () => {
  const provider = aProvider();
  const world = await aWorld([...sellingEndpoints, getPolicy, ...cancellingEndpoints, receivePaymentWebhook], {
    services: { offerKeys: someOfferKeys(), providerWebhooks: trustingWebhooks, provider: provider.provider },
  });
  const { policyId, offerId } = await aPolicy(world, 'device-protection', { collection: 'provider' });
  await deliverWebhook(world, paymentEvent({ amount: 13962, offerId }));
  const bus = deliver(world, [subscriber]);
  await cancel(world, policyId);
  const read = async () =>
    (await world.call('getPolicy', { params: { policyId } })).body as { invoice: object; disbursements: object[] };
  return { world, provider, bus, policyId, read };
};

describe('sendDisbursement', () => {
  it('gives the premium back to the payment it came from, once, and closes the invoice', async () => {
    const { provider, bus, read } = await aRefund();
    await bus.untilQuiet();
    expect(provider.sent).toMatchObject([{ kind: 'refund', paymentId: 'pi_0001', amount: 13962, currency: 'CNY' }]);
    expect(await read()).toMatchObject({ invoice: { status: 'refunded' }, disbursements: [{ status: 'succeeded' }] });
  });

  it('sends nothing more when the request is delivered again', async () => {
    const { provider, bus } = await aRefund();
    await bus.untilQuiet();
    for (const event of bus.published('disbursement.requested')) await bus.again(event);
    expect(provider.sent).toHaveLength(1);
  });

  it('calls a lost answer unknown, asks when it is due, and pays no second time', async () => {
    const { world, provider, bus, policyId, read } = await aRefund();
    provider.behave('pays-without-answering');
    await bus.untilQuiet();
    expect(await read()).toMatchObject({ invoice: { status: 'refunding' }, disbursements: [{ status: 'unknown' }] });

    provider.behave('succeeds');
    world.time.now = '2026-11-23T08:10:00.000Z';
    await fireDueItem(world.platform, { tenant: 'shop-a', kind: 'policy', id: policyId, at: world.time.now }, aTelling);
    await bus.untilQuiet();
    expect(provider.finds()).toBe(1);
    expect(provider.sent).toHaveLength(1);
    expect(await read()).toMatchObject({ invoice: { status: 'refunded' }, disbursements: [{ status: 'succeeded' }] });
  });

  it('sends again, under the same key, only what the provider never saw', async () => {
    const { world, provider, bus, policyId, read } = await aRefund();
    provider.behave('never-answers');
    await bus.untilQuiet();
    provider.behave('succeeds');
    world.time.now = '2026-11-23T08:10:00.000Z';
    await fireDueItem(world.platform, { tenant: 'shop-a', kind: 'policy', id: policyId, at: world.time.now }, aTelling);
    await bus.untilQuiet();
    expect(new Set(provider.sent.map(({ key }) => key)).size).toBe(1);
    expect(provider.paid.size).toBe(1);
    expect(await read()).toMatchObject({ disbursements: [{ status: 'succeeded' }] });
  });

  it('leaves the premium owed when the provider refuses', async () => {
    const { provider, bus, read } = await aRefund();
    provider.behave('fails');
    await bus.untilQuiet();
    expect(await read()).toMatchObject({ invoice: { status: 'refunding' }, disbursements: [{ status: 'failed' }] });
  });

  it('settles a pending refund by the provider’s own word', async () => {
    const { world, provider, bus, policyId, read } = await aRefund();
    provider.behave('is-pending');
    await bus.untilQuiet();
    const [{ reference } = { reference: '' }] = provider.sent;
    const object = { id: 're_1', status: 'succeeded', metadata: { reference, policy_id: policyId } };
    const answer = await deliverWebhook(world, { id: 'evt_refund', type: 'refund.updated', data: { object } });
    expect(answer.body).toEqual({ received: true, outcome: 'applied' });
    expect(await read()).toMatchObject({ invoice: { status: 'refunded' } });
  });
});
