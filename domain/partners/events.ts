import type { EventsOf } from '../shared/schema.ts';
import type { credentialEvents, tenantEvents } from './events/schema.ts';

/** Everything that can happen to a tenant's profile. */
export type TenantEvent = EventsOf<typeof tenantEvents>;

/** Everything that can happen to a credential. */
export type CredentialEvent = EventsOf<typeof credentialEvents>;

type OfTenant<T extends TenantEvent['type']> = Extract<TenantEvent, { type: T }>;
export type TenantOpening = OfTenant<'tenant.opened' | 'tenant.manager-added'>;
export type TenantReset = OfTenant<'tenant.reset'>;
export type ManagerRemoved = OfTenant<'tenant.manager-removed'>;

type OfCredential<T extends CredentialEvent['type']> = Extract<CredentialEvent, { type: T }>;
export type CredentialIssued = OfCredential<'credential.issued'>;
export type SecretAdded = OfCredential<'credential.secret-added'>;
export type SecretRevoked = OfCredential<'credential.secret-revoked'>;
export type CredentialRevoked = OfCredential<'credential.revoked'>;
