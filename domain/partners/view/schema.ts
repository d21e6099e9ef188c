import * as z from 'zod';
import { CurrencyCode, Instant } from '../../shared/schema.ts';
import { scopesOrRoles } from '../checks.ts';
import { ClientId, CredentialId, Name, Role, Scope, SecretId } from '../schema.ts';

export const CreateSandbox = z.strictObject({ name: Name }).meta({
  id: 'CreateSandbox',
  description: 'What your sandbox is called.',
});

const SecretText = z
  .string()
  .regex(/^bds_[A-Za-z0-9_-]{43}$/)
  .meta({ description: 'The secret, of 256 bits. It is shown here alone and kept nowhere; store it now.' });

const SecretView = z
  .strictObject({ secretId: SecretId, addedAt: Instant })
  .meta({ description: 'A live secret by its id; the secret itself cannot be shown again.' });

export const CredentialView = z
  .strictObject({
    credentialId: CredentialId,
    clientId: ClientId,
    name: Name,
    status: z.enum(['live', 'revoked']).meta({ description: 'A revoked credential earns no token any more.' }),
    scopes: z.array(z.string()).meta({ description: 'What it may do.', example: ['quotes:write'] }),
    roles: z.array(Role).meta({ description: 'Roles of the person that it stands for, in a sandbox.' }),
    person: z.boolean().meta({ description: 'Stands for a person of the insurer.' }),
    issuedAt: Instant,
    revokedAt: Instant.optional(),
    secrets: z.array(SecretView).meta({ description: 'The live secrets, at most two.' }),
  })
  .meta({ id: 'Credential', description: 'A credential, without its secrets.' });

export const IssuedCredential = CredentialView.extend({ secret: SecretText }).meta({
  id: 'IssuedCredential',
  description: 'A credential with the secret that was just made for it.',
});

export const CredentialPage = z
  .strictObject({
    items: z.array(CredentialView).meta({ description: 'Credentials, newest first.' }),
    next: z.string().optional().meta({ description: 'Cursor of the next page; absent on the last.' }),
  })
  .meta({ id: 'CredentialPage', description: 'A page of credentials.' });

const Payments = z
  .strictObject({
    webhookPath: z.string().meta({ description: 'Where the payment provider tells of payments.' }),
    webhookSecret: z.string().meta({ description: 'Signs its webhooks.' }),
  })
  .meta({ description: 'Where the payment provider tells of payments, and how it signs.' });

export const Sandbox = z
  .strictObject({
    tenant: z.string().meta({ description: 'Your tenant.', example: 'sbx-01jd8x2k7v5m3q9w4t6y8r0z1b' }),
    name: Name,
    credentialId: CredentialId,
    clientId: ClientId,
    secret: SecretText,
    scopes: z.array(z.string()).meta({ description: 'What the credential may do: everything that a partner may.' }),
    tokenUrl: z.string().meta({ description: 'Where access tokens are granted.' }),
    payments: Payments.optional().meta({
      description: 'How you are paid, where the platform plays the payment provider itself.',
    }),
  })
  .meta({ id: 'Sandbox', description: 'A sandbox of your own, with its first credential.' });

export const SandboxReset = z
  .strictObject({
    tenant: z.string().meta({
      description: 'The tenant that your tokens name from now on; your client ids and secrets stay.',
      example: 'sbx-01jd8x2k7v5m3q9w4t6y8r0z1b-g2',
    }),
    generation: z.int().min(2).meta({ description: 'How often it began, this time included.', example: 2 }),
    ended: z.string().meta({
      description: 'The tenant whose tokens end within a minute.',
      example: 'sbx-01jd8x2k7v5m3q9w4t6y8r0z1b',
    }),
    payments: Payments.optional().meta({
      description: 'How you are paid from now on, where the platform plays the payment provider itself.',
    }),
  })
  .meta({ id: 'SandboxReset', description: 'A sandbox after its reset: empty, but for its credentials.' });

export const CreateCredential = z
  .strictObject({
    name: Name,
    scopes: z.array(Scope).min(1).max(40).optional().meta({ description: 'What it may do; within your own scopes.' }),
    roles: z.array(Role).min(1).max(10).optional().meta({
      description: 'In a sandbox, instead of scopes: the roles of a person of the insurer whom you play.',
    }),
  })
  .refine(scopesOrRoles, { message: 'Give scopes, or roles in a sandbox, and not both.' })
  .meta({ id: 'CreateCredential', description: 'A credential to make.' });

const band = z.strictObject({
  currency: CurrencyCode,
  most: z.int().min(0).meta({ description: 'The most that may be approved, in minor units.', example: 500000 }),
  from: Instant,
});

export const RoleList = z
  .strictObject({
    items: z
      .array(
        z.strictObject({
          role: Role,
          may: z.string().meta({ description: 'What people of the role do.' }),
          scopes: z.array(z.string()).meta({ description: 'What their tokens carry.' }),
          authority: z.array(band).meta({ description: 'Up to what they approve claims; none: not at all.' }),
          from: Instant,
        }),
      )
      .meta({ description: 'The roles in force.' }),
  })
  .meta({ id: 'RoleList', description: 'Roles of the insurer’s people.' });
