import { describe, expect, it } from 'vitest';
import { endpoint as getInboxEntry } from '../../../functions/payments/get-inbox-entry.ts';
import { endpoint as receive } from '../../../functions/payments/receive-payment-webhook.ts';
import { paymentEvent } from '../../support/payments.ts';
import { deliverSigned, inboxOf, operator, signedWebhooks } from '../../support/webhooks.ts';
import { aWorld } from '../../support/world.ts';

const aWorldWithMail = async () => {
  const world = await aWorld([receive, getInboxEntry], { services: { providerWebhooks: signedWebhooks } });
  await deliverSigned(world, JSON.stringify({ ...paymentEvent({ amount: 500 }), email: 'wang@example.com' }));
  const entryId = inboxOf(world)[0]?.entryId ?? '';
  const ask = (params = { entryId }, tenant = 'shop-a') =>
    world.call('getInboxEntry', { as: operator, params, tenant });
  return { entryId, ask };
};

describe('getInboxEntry', () => {
  it('shows what became of a webhook, and nothing of its body', async () => {
    const { entryId, ask } = await aWorldWithMail();
    const answer = await ask();
    expect([answer.status, answer.body]).toEqual([
      200,
      {
        ...{ entryId, provider: 'stripe', eventId: 'evt_0001', type: 'payment_intent.succeeded' },
        ...{ receivedAt: '2026-11-23T08:00:00.000Z', processedAt: '2026-11-23T08:00:00.000Z' },
        ...{ status: 'done', outcome: 'unmatched', processed: 1 },
      },
    ]);
  });

  it('knows nothing of another tenant’s, nor of one that never came', async () => {
    const { entryId, ask } = await aWorldWithMail();
    for (const answer of [await ask({ entryId }, 'shop-b'), await ask({ entryId: `inb_${'0'.repeat(26)}` })])
      expect([answer.status, answer.body]).toMatchObject([404, { code: 'inbox-entry-not-found' }]);
  });
});
