import { createHash } from 'node:crypto';
import { base32 } from '../_kit/crypto.ts';
import type { HttpRequest } from '../_kit/http/state.ts';
import type { TenantSecrets } from '../_kit/platform.ts';
import { SandboxKey } from './schema.ts';

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
