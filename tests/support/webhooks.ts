import Stripe from 'stripe';
import { stripeWebhooks } from '../../functions/_adapters/stripe-webhooks.ts';
import { StoredInboxEntry } from '../../functions/_kit/inbound/schema.ts';
import type { aWorld } from './world.ts';

type World = Pick<Awaited<ReturnType<typeof aWorld>>, 'call' | 'raw' | 'time' | 'inboxFiles'>;

const secret = 'whsec_ofthistest0000000000000000000';
/** Stripe's own proof, under the one secret of the tests. */
export const signedWebhooks = stripeWebhooks(async () => [secret]);

type Signing = { readonly secondsOff?: number; readonly under?: string };
/** The header that Stripe would send with a body, at the world's own time unless it is off. */
export const signatureOf = (world: World, body: string, { secondsOff = 0, under = secret }: Signing = {}): string =>
  Stripe.webhooks.generateTestHeaderString({
    payload: body,
    secret: under,
    timestamp: Math.floor(Date.parse(world.time.now) / 1000) + secondsOff,
  });

/** Delivers a body as it is, signed. */
export const deliverSigned = (world: World, body: string, signing: Signing = {}) =>
  world.call('receivePaymentWebhook', {
    params: { tenantId: 'shop-a' },
    body,
    headers: { 'stripe-signature': signatureOf(world, body, signing) },
    key: undefined,
  });

/** Everything in the inbox of a tenant, as it lies there. */
export const inboxOf = ({ inboxFiles }: World, tenant = 'shop-a'): readonly StoredInboxEntry[] =>
  [...inboxFiles].flatMap(([name, { text }]) =>
    name.startsWith(`entries/${tenant}/`) ? [StoredInboxEntry.parse(JSON.parse(text))] : [],
  );

export const operator = { kind: 'person', id: 'person-1', roles: ['operator'] } as const;
