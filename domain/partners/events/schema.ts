import * as z from 'zod';
import { Instant } from '../../shared/schema.ts';
import { CredentialId, Name, Role, SecretHash, SecretId, TenantKind, TenantProfileId } from '../schema.ts';

const manager = { tenantId: TenantProfileId, credentialId: CredentialId, at: Instant };

/** The data of every event of a tenant. */
export const tenantEvents = {
  'tenant.opened': z
    .strictObject({ tenantId: TenantProfileId, name: Name, kind: TenantKind, openedAt: Instant })
    .meta({ description: 'A tenant was opened.' }),
  'tenant.manager-added': z
    .strictObject(manager)
    .meta({ description: 'A credential may now manage the tenant’s credentials.' }),
  'tenant.manager-removed': z
    .strictObject(manager)
    .meta({ description: 'A credential may no longer manage the tenant’s credentials.' }),
  'tenant.reset': z
    .strictObject({
      tenantId: TenantProfileId,
      generation: z.int().min(2).meta({ description: 'The generation that begins, from 2 on.', example: 2 }),
      ended: z.string().meta({ description: 'The tenant that its tokens named before.', example: 'sbx-shop' }),
      tenant: z.string().meta({ description: 'The tenant that its tokens name from now on.', example: 'sbx-shop-g2' }),
      at: Instant,
    })
    .meta({ description: 'A sandbox was reset: it lives on in a new generation, with nothing in it but who it is.' }),
};

/** The data of every event of a credential. No secret is in any of them, only its hash. */
export const credentialEvents = {
  'credential.issued': z
    .strictObject({
      credentialId: CredentialId,
      name: Name,
      scopes: z.array(z.string()).meta({ description: 'What it may do; a person’s follow from the roles.' }),
      roles: z.array(Role),
      person: z.boolean().meta({ description: 'Stands for a person of the insurer.' }),
      secretId: SecretId,
      secretHash: SecretHash,
      issuedAt: Instant,
    })
    .meta({ description: 'A credential was issued, with its scopes or roles and its first secret.' }),
  'credential.secret-added': z
    .strictObject({
      credentialId: CredentialId,
      secretId: SecretId,
      secretHash: SecretHash,
      at: Instant,
    })
    .meta({ description: 'A credential got a second secret, for a rotation.' }),
  'credential.secret-revoked': z
    .strictObject({ credentialId: CredentialId, secretId: SecretId, at: Instant })
    .meta({ description: 'A secret of a credential is no longer valid.' }),
  'credential.revoked': z
    .strictObject({ credentialId: CredentialId, at: Instant })
    .meta({ description: 'A credential is no longer valid, with all its secrets.' }),
};
