import { createHash } from 'node:crypto';
import * as z from 'zod';
import { base32 } from '../_kit/crypto.ts';
import type { HttpRequest } from '../_kit/http/state.ts';
import type { TenantSecrets } from '../_kit/platform.ts';

/** A random UUID has 122 bits, so nobody comes upon another one's sandbox. */
export const SandboxKey = z.uuidv4('The Idempotency-Key of this operation must be a random UUID (version 4).').meta({
  description:
    'A random UUID (version 4), new for each sandbox. Whoever knows it is shown the secret again: keep it as safe.',
  example: '0b1f9a52-6f0e-4c52-9a57-0d3c3c2f8a11',
});

/** A new tenant's name follows from the key, so that a repetition finds it; the key does not follow from the name. */
export const sandboxOf = (key: string): string =>
  `sbx-${base32(createHash('sha256').update(key).digest().subarray(0, 16))}`;

export const tenantOfSandbox = ({ headers }: HttpRequest): string | undefined => {
  const key = SandboxKey.safeParse(headers['idempotency-key']);
  return key.success ? sandboxOf(key.data) : undefined;
};

/** The secret of the tenant that stands, or a new one that stands if its command commits. */
export const standingOrNew = async (tenants: TenantSecrets, tenant: string): ReturnType<TenantSecrets['newSecret']> => {
  const derivation = await tenants.derivation(tenant);
  return derivation === undefined ? tenants.newSecret(tenant) : { derivation };
};
