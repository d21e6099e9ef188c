import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addSecret } from '../../../domain/partners/add-secret.ts';
import { issueCredential } from '../../../domain/partners/issue-credential.ts';
import { mayManage } from '../../../domain/partners/may-manage.ts';
import { revokeCredential } from '../../../domain/partners/revoke-credential.ts';
import { revokeSecret } from '../../../domain/partners/revoke-secret.ts';
import { rolesAt } from '../../../domain/partners/roles.ts';
import { partnerScopes } from '../../../domain/partners/scopes.ts';
import { aCredential, aSecret, aTenant, hash, idOf, now } from './samples.ts';

const scopes = fc.uniqueArray(fc.constantFrom(...partnerScopes));
const roles = fc.uniqueArray(fc.constantFrom(...rolesAt(now).map(({ role }) => role)), { minLength: 1 });

describe('mayManage', () => {
  it('lets whoever has all of the rights, and names what is missing otherwise', () => {
    const credential = aCredential({ scopes: ['quotes:write', 'claims:write'] });
    expect(mayManage(['claims:write', 'quotes:write', 'policies:read'], credential).ok).toBe(true);
    expect(mayManage(['quotes:write'], credential)).toMatchObject({ facts: { missing: ['claims:write'] } });
  });

  it('lets only a credential with every partner scope manage a test person', () => {
    const person = aCredential({ person: true, roles: ['finance'], scopes: ['claims:read'] });
    expect(mayManage(partnerScopes, person).ok).toBe(true);
    for (const left of partnerScopes)
      expect(
        mayManage(
          partnerScopes.filter((one) => one !== left),
          person,
        ).ok,
        left,
      ).toBe(false);
  });

  it('never lets anybody come to rights that they do not have, by any command, whatever the scopes', () => {
    fc.assert(
      fc.property(scopes, scopes, (own, wanted) => {
        const covered = wanted.every((scope) => own.includes(scope));
        const given = { own, now };
        const secrets = [aSecret(1), aSecret(2)];
        const wished = {
          credentialId: idOf('crd'),
          name: 'New',
          scopes: wanted,
          roles: [],
          ...{ secretId: 's', secretHash: hash },
        };
        const credential = aCredential({ scopes: wanted, secrets });
        const decisions = [
          issueCredential(undefined, wished, { kind: 'live', ...given }),
          addSecret({ ...credential, secrets: [aSecret()] }, { secretId: idOf('sec', 3), secretHash: hash }, given),
          revokeSecret(credential, idOf('sec', 1), given),
          revokeCredential(aTenant(), credential, given),
        ];
        for (const decision of decisions) expect(decision.ok).toBe(covered);
      }),
    );
  });

  it('never makes a person for anybody who lacks a right of partners, whatever the roles', () => {
    fc.assert(
      fc.property(scopes, roles, (own, wanted) => {
        const wished = {
          credentialId: idOf('crd'),
          name: 'P',
          scopes: [],
          roles: wanted,
          ...{ secretId: 's', secretHash: hash },
        };
        const decision = issueCredential(undefined, wished, { kind: 'sandbox', own, now });
        expect(decision.ok).toBe(own.length === partnerScopes.length);
      }),
    );
  });
});
