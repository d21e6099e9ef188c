import { accept, type Decision, type Outcome, refuse } from '../shared/decision.ts';
import type { CredentialRevoked, ManagerRemoved } from './events.ts';
import { credentialAllows } from './lifecycle.ts';
import { mayManage } from './may-manage.ts';
import type { Credential, TenantProfile } from './schema.ts';

type RevokeRefusal = 'scopes-exceed-own' | 'credential-state-refuses' | 'last-manager';
type Revoked = { readonly credential: Outcome<CredentialRevoked>; readonly tenant: readonly ManagerRemoved[] };

/**
 * Revokes a credential for ever, with all of its secrets and tokens. The last one that can manage others stays: the
 * tenant counts them in the same transaction, so two that revoke each other at once leave one.
 */
export const revokeCredential = (
  tenant: TenantProfile | undefined,
  credential: Credential,
  given: { readonly own: readonly string[]; readonly now: string },
): Decision<Revoked, RevokeRefusal> => {
  const may = mayManage(given.own, credential);
  if (!may.ok) return may;
  const { credentialId, status } = credential;
  if (!credentialAllows(status, 'revoke')) return refuse('credential-state-refuses', { status, command: 'revoke' });
  const manages = tenant?.managers.includes(credentialId) ?? false;
  if (manages && tenant?.managers.length === 1) return refuse('last-manager', { credentialId });
  const at = given.now;
  return accept({
    credential: { events: [{ type: 'credential.revoked', data: { credentialId, at } }], postings: [] },
    tenant:
      tenant !== undefined && manages
        ? [{ type: 'tenant.manager-removed', data: { tenantId: tenant.tenantId, credentialId, at } }]
        : [],
  });
};
