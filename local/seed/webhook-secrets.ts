import { base64url, hmac } from '../../functions/_kit/crypto.ts';
import type { KeyFiles } from './key-files.ts';

/**
 * The secrets that sign a tenant's payment webhooks, the newest first. The simulated provider serves every sandbox that
 * was made by itself: the secret of one that no file names follows from the master key.
 */
export const webhookSecretsOf = (
  { master, webhooks }: Pick<KeyFiles, 'master' | 'webhooks'>,
  tenant: string,
): readonly string[] =>
  Object.hasOwn(webhooks, tenant)
    ? (webhooks[tenant] ?? [])
    : [`whsec_${base64url(hmac(master, 'payment webhooks', tenant))}`];
