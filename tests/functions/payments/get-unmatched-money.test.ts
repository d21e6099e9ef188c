import { describe, expect, it } from 'vitest';
import { endpoint as getUnmatchedMoney } from '../../../functions/payments/get-unmatched-money.ts';
import { endpoint as listUnmatchedMoney } from '../../../functions/payments/list-unmatched-money.ts';
import { endpoint as receivePaymentWebhook } from '../../../functions/payments/receive-payment-webhook.ts';
import { deliverWebhook, paymentEvent, trustingWebhooks } from '../../support/payments.ts';
import { aWorld } from '../../support/world.ts';

const finance = { kind: 'person', id: 'fin-1', roles: ['finance'] } as const;

describe('getUnmatchedMoney', () => {
  it('shows one amount with its reason', async () => {
    const world = await aWorld([getUnmatchedMoney, listUnmatchedMoney, receivePaymentWebhook], {
      services: { providerWebhooks: trustingWebhooks },
    });
    await deliverWebhook(world, paymentEvent({ amount: 100 }));
    const { items } = (await world.call('listUnmatchedMoney', { as: finance })).body as {
      items: { unmatchedId: string }[];
    };
    const params = { unmatchedId: items[0]?.unmatchedId ?? '' };
    expect((await world.call('getUnmatchedMoney', { params, as: finance })).body).toMatchObject({
      reason: 'unknown-reference',
      amount: 100,
    });
    const foreign = await world.call('getUnmatchedMoney', { params, as: finance, tenant: 'shop-b' });
    expect([foreign.status, foreign.body]).toMatchObject([404, { code: 'unmatched-not-found' }]);
  });
});
