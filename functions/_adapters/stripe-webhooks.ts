import Stripe from 'stripe';
import { toleranceSeconds } from '../_kit/inbound/timely.ts';
import type { ProviderWebhooks } from '../_kit/services.ts';

const timePattern = /^\d{1,12}$/;

/** The one time that a signature header names, in seconds; undefined where it names none, several or something else. */
const timeIn = (header: string): number | undefined => {
  const times = header.split(',').flatMap((item) => (item.startsWith('t=') ? [item.slice(2)] : []));
  const [time = ''] = times;
  return times.length === 1 && timePattern.test(time) ? Number(time) : undefined;
};

const isSignedWith = (secret: string, rawBody: string, signature: string, wallMs: number): boolean => {
  try {
    const { signature: signatures } = Stripe.webhooks;
    return signatures?.verifyHeader(rawBody, signature, secret, toleranceSeconds, undefined, wallMs) === true;
  } catch {
    return false;
  }
};

/**
 * Proves webhooks with Stripe's own library under each secret that the tenant's endpoint has. The library judges age
 * alone and would take a signature dated years ahead; the kit bounds the future (reliability finding 5).
 */
export const stripeWebhooks = (secretsOf: (tenant: string) => Promise<readonly string[]>): ProviderWebhooks => ({
  signedAt: async ({ tenant, rawBody, signature, wall }) => {
    const time = timeIn(signature);
    if (time === undefined) return undefined;
    const secrets = await secretsOf(tenant);
    return secrets.some((secret) => isSignedWith(secret, rawBody, signature, Date.parse(wall))) ? time : undefined;
  },
});
