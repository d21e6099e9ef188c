import * as z from 'zod';
import { Instant } from '../../shared/schema.ts';
import { CredentialId, Name, Role, SecretHash, SecretId, TenantKind, TenantProfileId } from '../schema.ts';

const manager = { tenantId: TenantProfileId, credentialId: CredentialId, at: Instant };

/** The data of every event of a tenant. */
export const tenantEvents = {
  'tenant.opened': z.strictObject({ tenantId: TenantProfileId, name: Name, kind: TenantKind, openedAt: Instant }),
  'tenant.manager-added': z.strictObject(manager),
  'tenant.manager-removed': z.strictObject(manager),
};

/** The data of every event of a credential. No secret is in any of them, only its hash. */
export const credentialEvents = {
  'credential.issued': z.strictObject({
    credentialId: CredentialId,
    name: Name,
    scopes: z.array(z.string()).meta({ description: 'What it may do; a person’s follow from the roles.' }),
    roles: z.array(Role),
    person: z.boolean().meta({ description: 'Stands for a person of the insurer.' }),
    secretId: SecretId,
    secretHash: SecretHash,
    issuedAt: Instant,
  }),
  'credential.secret-added': z.strictObject({
    credentialId: CredentialId,
    secretId: SecretId,
    secretHash: SecretHash,
    at: Instant,
  }),
  'credential.secret-revoked': z.strictObject({ credentialId: CredentialId, secretId: SecretId, at: Instant }),
  'credential.revoked': z.strictObject({ credentialId: CredentialId, at: Instant }),
};
