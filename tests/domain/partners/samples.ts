import type { Credential, TenantProfile } from '../../../domain/partners/schema.ts';

export const now = '2026-11-23T08:00:00.000Z';
export const idOf = (prefix: string, n = 1): string => `${prefix}_${String(n).padStart(26, '0')}`;
export const hash = 'a'.repeat(64);

export const aSecret = (n = 1) => ({ secretId: idOf('sec', n), hash, addedAt: now });

/** A shop's credential with one secret. */
export const aCredential = (change: Partial<Credential> = {}): Credential => ({
  credentialId: idOf('crd'),
  name: 'Checkout',
  status: 'live',
  scopes: ['quotes:write', 'policies:read'],
  roles: [],
  person: false,
  issuedAt: now,
  secrets: [aSecret()],
  ...change,
});

export const aTenant = (change: Partial<TenantProfile> = {}): TenantProfile => ({
  tenantId: idOf('ten'),
  name: 'My shop',
  kind: 'sandbox',
  openedAt: now,
  managers: [],
  ...change,
});
