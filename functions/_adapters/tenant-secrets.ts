import { outside } from '../_kit/outside.ts';
import type { TenantSecrets } from '../_kit/platform.ts';
import type { Store } from '../_kit/store.ts';
import type { KeyWrapper } from './jwe-sealer.ts';

/** The context under which a tenant's derivation secret is wrapped. */
export const derivationContext = (tenant: string): string => `${tenant} derivation`;

/**
 * Unwraps a tenant's derivation secret once per instance. Unknown tenants are not remembered: they may come to exist.
 */
export const tenantSecrets = (
  store: Pick<Store, 'tenantSecret'>,
  wrapper: KeyWrapper,
  random: (bytes: number) => Uint8Array,
): TenantSecrets => {
  const known = new Map<string, Uint8Array>();
  return {
    derivation: async (tenant) => {
      const cached = known.get(tenant);
      if (cached !== undefined) return cached;
      const wrapped = await store.tenantSecret(tenant);
      if (wrapped === undefined) return undefined;
      const secret = await outside(() => wrapper.unwrap(wrapped, derivationContext(tenant)));
      known.set(tenant, secret);
      return secret;
    },
    newSecret: async (tenant) => {
      const derivation = random(32);
      return { derivation, wrapped: await outside(() => wrapper.wrap(derivation, derivationContext(tenant))) };
    },
  };
};
