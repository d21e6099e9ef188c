import { describe, expect, it } from 'vitest';
import { revokeCredential } from '../../../domain/partners/revoke-credential.ts';
import { aCredential, aTenant, idOf, now } from './samples.ts';

const scopes = ['credentials:write'];
const given = { own: scopes, now };
const manager = aCredential({ scopes });

describe('revokeCredential', () => {
  it('revokes a manager, and the tenant counts one less', () => {
    const tenant = aTenant({ managers: [idOf('crd', 1), idOf('crd', 2)] });
    expect(revokeCredential(tenant, manager, given)).toMatchObject({
      value: {
        credential: { events: [{ type: 'credential.revoked', data: { credentialId: idOf('crd'), at: now } }] },
        tenant: [{ type: 'tenant.manager-removed', data: { credentialId: idOf('crd') } }],
      },
    });
  });
  it('leaves the last one that can manage credentials', () => {
    expect(revokeCredential(aTenant({ managers: [idOf('crd')] }), manager, given)).toMatchObject({
      code: 'last-manager',
    });
  });
  it('tells the tenant nothing of one that manages none', () => {
    const tenant = aTenant({ managers: [idOf('crd', 2)] });
    const decision = revokeCredential(tenant, aCredential({ scopes: [] }), given);
    expect(decision).toMatchObject({ ok: true, value: { tenant: [] } });
  });
  it('revokes once', () => {
    const revoked = aCredential({ scopes, status: 'revoked', secrets: [] });
    expect(revokeCredential(aTenant(), revoked, given)).toMatchObject({ code: 'credential-state-refuses' });
  });
  it('asks for the rights of the credential', () => {
    expect(revokeCredential(aTenant(), aCredential(), given)).toMatchObject({ code: 'scopes-exceed-own' });
  });
});
