import { homeOf } from '../_kit/sandbox.ts';
import type { OfferKey, OfferKeys } from '../_kit/services.ts';
import type { SecretReader } from './extension-secrets.ts';

const keyIn = (secret: Readonly<Record<string, unknown>>, kid: unknown): OfferKey | undefined => {
  const text = typeof kid === 'string' && kid !== 'current' && Object.hasOwn(secret, kid) ? secret[kid] : undefined;
  return typeof kid === 'string' && typeof text === 'string' ? { kid, secret: Buffer.from(text) } : undefined;
};

/**
 * Offer keys of a secret `{ "current": "k2", "k1": "…", "k2": "…" }`: rotation adds a key, then names it as current.
 */
export const offerKeysIn = (read: SecretReader): OfferKeys => ({
  current: async () => {
    const secret = await read();
    const key = keyIn(secret, secret['current']);
    if (key === undefined) throw new Error('The secret of the offer keys names no current key.');
    return key;
  },
  find: async (kid) => keyIn(await read(), kid),
});

/** A tenant's webhook secrets in a secret `{ "<tenant>": ["whsec_…", …] }`: two of them while one rotates. */
export const webhookSecretsIn =
  (read: SecretReader) =>
  async (tenant: string): Promise<readonly string[]> => {
    const secret = await read();
    // A sandbox that was reset is told of payments by the endpoint that its home has at the provider.
    const name = Object.hasOwn(secret, tenant) ? tenant : homeOf(tenant);
    const found = Object.hasOwn(secret, name) ? secret[name] : [];
    return Array.isArray(found) ? found.filter((one) => typeof one === 'string') : [];
  };

/**
 * A text in a secret, which an operator puts in; without it the service is not connected, and whoever needs it waits.
 */
export const textIn = async (read: SecretReader, name: string): Promise<string> => {
  const text = (await read())[name];
  if (typeof text !== 'string' || text === '') throw new Error(`The secret lacks its ${name}: put it in first.`);
  return text;
};
