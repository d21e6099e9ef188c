import * as z from 'zod';
import { type Fact, Instant, idOf } from '../shared/schema.ts';
import { partnerScopes } from './scopes.ts';

export const CredentialId = idOf('crd', 'The credential.');
export const SecretId = idOf('sec', 'A secret of a credential.');
export const TenantProfileId = idOf('ten', 'The profile of a tenant.');

/** `<tenant>.<credential>`: the token endpoint finds a credential by it without an index. */
export const ClientId = z
  .string()
  .regex(/^[a-z0-9-]{3,40}\.crd_[0-9a-hjkmnp-tv-z]{26}$/)
  .meta({
    description: 'The OAuth 2.0 client id: the tenant and the credential.',
    example: 'sandbox-shop.crd_01jd8x2k7v5m3q9w4t6y8r0z1b',
  });

export const SecretHash = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .meta({ description: 'SHA-256 of the secret in hex; the secret itself has 256 bits and is kept nowhere.' });

export const Name = z
  .string()
  .trim()
  .min(1)
  .max(80)
  .meta({ description: 'A name by which you know it again; no personal data.', example: 'Checkout' });

export const Scope = z.enum(partnerScopes).meta({ id: 'Scope', description: 'A right of a credential.' });
export const Role = z
  .string()
  .regex(/^[a-z_]{3,40}$/)
  .meta({ description: 'A role of the insurer’s people; GET /v1/roles lists them.', example: 'claims_handler' });

export const TenantKind = z
  .enum(['sandbox', 'live'])
  .meta({ description: 'A sandbox rehearses, with money and insurers that are played; live is real.' });

/** A tenant as the platform keeps it: who it is, and which credentials can manage others. */
export const TenantProfile = z.strictObject({
  tenantId: TenantProfileId,
  name: Name,
  kind: TenantKind,
  openedAt: Instant,
  generation: z.int().min(2).optional().meta({ description: 'In which generation a sandbox lives that was reset.' }),
  managers: z.array(CredentialId).meta({ description: 'The live credentials that may make and revoke others.' }),
});
export type TenantProfile = Fact<z.infer<typeof TenantProfile>>;

const Secret = z.strictObject({ secretId: SecretId, hash: SecretHash, addedAt: Instant });

/** A credential as it is kept: what it may do, and the hashes of the secrets that prove it, at most two. */
export const Credential = z.strictObject({
  credentialId: CredentialId,
  name: Name,
  status: z.enum(['live', 'revoked']).meta({ description: 'A revoked credential earns no token any more.' }),
  scopes: z.array(z.string()),
  roles: z.array(Role),
  person: z.boolean().meta({ description: 'Stands for a person of the insurer, in a sandbox only.' }),
  issuedAt: Instant,
  revokedAt: Instant.optional(),
  secrets: z.array(Secret),
});
export type Credential = Fact<z.infer<typeof Credential>>;
