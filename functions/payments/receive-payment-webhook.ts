import { inbound } from '../_kit/inbound/inbound.ts';
import { bookProviderEvent } from './book-provider-event.ts';
import { payments } from './contract.ts';
import { stripe } from './stripe.ts';

export const endpoint = inbound(
  payments.endpoints.receivePaymentWebhook,
  { ...stripe, signedAt: (ports, webhook) => ports.providerWebhooks.signedAt(webhook) },
  bookProviderEvent,
);
