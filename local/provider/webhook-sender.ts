import { setTimeout as wait } from 'node:timers/promises';
import Stripe from 'stripe';
import type { ProviderEvent } from './book.ts';

/** Where a webhook goes and the secret that signs it. */
export type Endpoint = { readonly url: string; readonly secret: string };
/** The endpoint of a tenant; the sandbox's own where none is named. */
export type EndpointOf = (tenant: string | undefined) => Promise<Endpoint>;

/** Whose money an event tells of: its payment, refund or payout says so. */
const tenantOf = ({ data }: ProviderEvent): string | undefined => {
  const tenant: unknown = Object(data.object['metadata']).tenant;
  return typeof tenant === 'string' ? tenant : undefined;
};

const attemptsMax = 6;
const firstPauseMs = 200;
const timeoutMs = 10_000;

const attempt = async (event: ProviderEvent, { url, secret }: Endpoint): Promise<boolean> => {
  const payload = JSON.stringify(event);
  const signature = Stripe.webhooks.generateTestHeaderString({ payload, secret });
  const request = { method: 'POST', headers: { 'content-type': 'application/json', 'stripe-signature': signature } };
  const response = await fetch(url, { ...request, body: payload, signal: AbortSignal.timeout(timeoutMs) });
  await response.arrayBuffer();
  return response.ok;
};

/**
 * Sends webhooks as Stripe does: signed by its own library at the moment of sending, and again after growing pauses
 * until a 2xx comes. Stripe goes on for three days; a laptop for some seconds, and again at the next start.
 */
export const webhookSender = (endpointOf: EndpointOf, onTaken: (event: ProviderEvent) => void) => {
  const sending = new Set<Promise<void>>();
  let stopped = false;

  const deliver = async (event: ProviderEvent): Promise<void> => {
    for (let tries = 0; tries < attemptsMax && !stopped; tries += 1) {
      const isTaken = endpointOf(tenantOf(event)).then((endpoint) => attempt(event, endpoint));
      if (await isTaken.catch(() => false)) return stopped ? undefined : onTaken(event);
      await wait(firstPauseMs * 2 ** tries, undefined, { ref: false });
    }
  };
  return {
    send: (event: ProviderEvent): void => {
      const delivery = deliver(event).finally(() => sending.delete(delivery));
      sending.add(delivery);
    },
    isQuiet: (): boolean => sending.size === 0,
    stop: (): void => {
      stopped = true;
    },
  };
};
