import { describe, expect, it } from 'vitest';
import type { Platform } from '../../../functions/_kit/platform.ts';
import { readRecord } from '../../../functions/_storage/codec.ts';
import { endpoint as receive } from '../../../functions/payments/receive-payment-webhook.ts';
import { endpoint as replayInboxEntry } from '../../../functions/payments/replay-inbox-entry.ts';
import { endpoint as getPolicy } from '../../../functions/policies/get-policy.ts';
import { paymentEvent } from '../../support/payments.ts';
import { aPolicy, sellingEndpoints, someOfferKeys } from '../../support/sale.ts';
import { deliverSigned, inboxOf, operator, signedWebhooks } from '../../support/webhooks.ts';
import { aWorld } from '../../support/world.ts';

/** 4 999.00 x 2.8 % x 1.00 x 1.00 x 1.05 x 0.95 = 139.62 (catalogue 5.2), in fen. */
const premium = 13_962;

/** A shop whose table can be switched off for writing, so that a webhook is kept and cannot be booked. */
const aShop = async () => {
  const state = { down: false };
  const around = (platform: Platform): Platform => ({
    ...platform,
    store: (meter) => {
      const store = platform.store(meter);
      const commit: typeof store.commit = (one) =>
        state.down ? Promise.resolve({ status: 'unavailable' }) : store.commit(one);
      return { ...store, commit };
    },
  });
  const services = { offerKeys: someOfferKeys(), providerWebhooks: signedWebhooks };
  const world = await aWorld([...sellingEndpoints, getPolicy, receive, replayInboxEntry], { services, around });
  const { offerId, policyId } = await aPolicy(world, 'device-protection', { collection: 'provider' });
  const event = JSON.stringify(paymentEvent({ amount: premium, offerId }));
  const entryId = (): string => inboxOf(world)[0]?.entryId ?? '';
  return {
    ...{ ...world, state, policyId, event, entryId },
    replay: (asked: { readonly key?: string; readonly id?: string; readonly tenant?: string } = {}) =>
      world.call('replayInboxEntry', {
        ...{ as: operator, params: { entryId: asked.id ?? entryId() } },
        ...(asked.key !== undefined && { key: asked.key }),
        ...(asked.tenant !== undefined && { tenant: asked.tenant }),
      }),
    invoice: async () => Object((await world.call('getPolicy', { params: { policyId } })).body).invoice.status,
  };
};

describe('replayInboxEntry', () => {
  it('finishes what was kept and not booked, and says so', async () => {
    const shop = await aShop();
    shop.state.down = true;
    expect((await deliverSigned(shop, shop.event)).status).toBe(503);
    shop.state.down = false;
    expect(await shop.invoice()).toBe('open');
    shop.time.now = '2026-11-23T12:00:00.000Z';
    const answer = await shop.replay();
    expect([answer.status, answer.body]).toEqual([
      200,
      { entryId: shop.entryId(), status: 'done', outcome: 'applied', repeated: false },
    ]);
    expect(inboxOf(shop)).toMatchObject([{ status: 'done', processed: 1, processedAt: shop.time.now }]);
    expect(await shop.invoice()).toBe('paid');
  });

  it('does nothing about what stands already, and leaves its provider the answer that it had', async () => {
    const shop = await aShop();
    const first = await deliverSigned(shop, shop.event);
    const records = () => shop.engine.items().filter(({ sk }) => String(sk).startsWith('OP#')).length;
    const before = records();
    expect((await shop.replay()).body).toMatchObject({ repeated: true, outcome: 'applied' });
    expect(inboxOf(shop)).toMatchObject([{ status: 'done', processed: 2 }]);
    expect(records()).toBe(before);
    expect((await deliverSigned(shop, shop.event)).text).toBe(first.text);
  });

  it('leaves nothing for the provider’s own retry to do, which is answered as if it had come first', async () => {
    const shop = await aShop();
    shop.state.down = true;
    await deliverSigned(shop, shop.event);
    shop.state.down = false;
    await shop.replay();
    const late = await deliverSigned(shop, shop.event);
    expect([late.status, late.body, late.headers['idempotent-replayed']]).toEqual([
      ...[200, { received: true, outcome: 'applied' }],
      'true',
    ]);
    expect(inboxOf(shop)).toMatchObject([{ status: 'done', processed: 2 }]);
  });

  it('is recorded as the act of the person who asked for it', async () => {
    const shop = await aShop();
    shop.state.down = true;
    await deliverSigned(shop, shop.event);
    shop.state.down = false;
    await shop.replay();
    const told = shop.engine
      .items()
      .filter(({ sk }) => String(sk).startsWith('OP#'))
      .map((item) => readRecord(item).record)
      .find(({ operation }) => operation === 'replayInboxEntry');
    expect(told).toMatchObject({ id: shop.policyId, actor: { kind: 'person', id: 'person-1' } });
  });

  it('answers a retry under its key as before, without another attempt', async () => {
    const shop = await aShop();
    await deliverSigned(shop, shop.event);
    const first = await shop.replay({ key: 'replay-once' });
    const again = await shop.replay({ key: 'replay-once' });
    expect([again.text, again.headers['idempotent-replayed']]).toEqual([first.text, 'true']);
    expect(inboxOf(shop)).toMatchObject([{ processed: 2 }]);
  });

  it('makes up on a retry for a note that the inbox could not take', async () => {
    const shop = await aShop();
    shop.state.down = true;
    await deliverSigned(shop, shop.event);
    shop.state.down = false;
    const name = `entries/shop-a/${shop.entryId()}.json`;
    const before = shop.inboxFiles.get(name);
    const first = await shop.replay({ key: 'replay-once' });
    if (before === undefined) throw new Error(`${name} was not kept.`);
    shop.inboxFiles.set(name, before);
    expect((await shop.replay({ key: 'replay-once' })).text).toBe(first.text);
    expect(inboxOf(shop)).toMatchObject([{ status: 'done', outcome: 'applied', processed: 1 }]);
  });

  it('says so where a webhook can still not be understood', async () => {
    const shop = await aShop();
    await deliverSigned(shop, 'not json');
    const answer = await shop.replay();
    expect([answer.status, answer.body]).toMatchObject([
      200,
      { repeated: true, status: 'refused', outcome: 'webhook-not-understood' },
    ]);
    expect(inboxOf(shop)).toMatchObject([{ status: 'refused', processed: 2 }]);
  });

  it('opens nothing of another tenant, of another provider, or that never came', async () => {
    const shop = await aShop();
    await deliverSigned(shop, shop.event);
    const name = `entries/shop-a/${shop.entryId()}.json`;
    const answers = [await shop.replay({ tenant: 'shop-b' }), await shop.replay({ id: `inb_${'0'.repeat(26)}` })];
    const kept = shop.inboxFiles.get(name);
    if (kept === undefined) throw new Error(`${name} was not kept.`);
    shop.inboxFiles.set(name, { ...kept, text: kept.text.replace('"stripe"', '"carrier"') });
    answers.push(await shop.replay());
    for (const answer of answers)
      expect([answer.status, answer.body]).toMatchObject([404, { code: 'inbox-entry-not-found' }]);
  });
});
