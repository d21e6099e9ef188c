import { epochSeconds } from '../../functions/_kit/clock.ts';
import type { ProviderWebhooks } from '../../functions/_kit/services.ts';
import type { aWorld } from './world.ts';

/** Takes every webhook that says `good`, and refuses any other: signatures have tests of their own. */
export const trustingWebhooks: ProviderWebhooks = {
  signedAt: async ({ signature, wall }) => (signature === 'good' ? epochSeconds(wall) : undefined),
};

type World = Awaited<ReturnType<typeof aWorld>>;
export type Paid = { eventId?: string; paymentId?: string; amount: number; currency?: string; offerId?: string };

/** A provider's word that a payment has succeeded, in Stripe's shape. */
export const paymentEvent = ({
  eventId = 'evt_0001',
  paymentId = 'pi_0001',
  amount,
  currency = 'cny',
  offerId,
}: Paid) => ({
  id: eventId,
  object: 'event',
  type: 'payment_intent.succeeded',
  data: {
    object: {
      id: paymentId,
      object: 'payment_intent',
      amount,
      amount_received: amount,
      currency,
      metadata: offerId === undefined ? {} : { offer_id: offerId },
    },
  },
});

/** Delivers a webhook as the provider would; the signature is right unless the test says otherwise. */
export const deliverWebhook = (world: World, event: object, signature = 'good') =>
  world.call('receivePaymentWebhook', {
    params: { tenantId: 'shop-a' },
    body: event,
    headers: { 'stripe-signature': signature },
    key: undefined,
  });
