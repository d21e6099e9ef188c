import Stripe from 'stripe';
import { epochSeconds } from '../_kit/clock.ts';
import type { ProviderWebhooks } from '../_kit/services.ts';

/** How far a signature's time may lie from ours, in either direction. */
export const toleranceSeconds = 300;

const timePattern = /^\d{1,12}$/;

/** The one time that a signature header names, in seconds; undefined where it names none, several or something else. */
const signedAt = (header: string): number | undefined => {
  const times = header.split(',').flatMap((item) => (item.startsWith('t=') ? [item.slice(2)] : []));
  const [time = ''] = times;
  return times.length === 1 && timePattern.test(time) ? Number(time) : undefined;
};

const eventUnder = (secret: string, rawBody: string, signature: string, wallMs: number): unknown => {
  try {
    return Stripe.webhooks.constructEvent(rawBody, signature, secret, toleranceSeconds, undefined, wallMs);
  } catch {
    return undefined;
  }
};

/**
 * Proves webhooks with Stripe's own library under each secret that the tenant's endpoint has. The library judges age
 * alone and would take a signature dated years ahead, so the future is bounded here (reliability finding 5).
 */
export const stripeWebhooks = (secretsOf: (tenant: string) => Promise<readonly string[]>): ProviderWebhooks => ({
  verify: async ({ tenant, rawBody, signature, wall }) => {
    const time = signedAt(signature);
    if (time === undefined || time > epochSeconds(wall) + toleranceSeconds) return undefined;
    for (const secret of await secretsOf(tenant)) {
      const event = eventUnder(secret, rawBody, signature, Date.parse(wall));
      if (event !== undefined) return event;
    }
    return undefined;
  },
});
