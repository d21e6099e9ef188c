import { describe, expect, it } from 'vitest';
import { revokeSecret } from '../../../domain/partners/revoke-secret.ts';
import { aCredential, aSecret, idOf, now } from './samples.ts';

const given = { own: ['quotes:write', 'policies:read'], now };
const rotating = aCredential({ secrets: [aSecret(1), aSecret(2)] });

describe('revokeSecret', () => {
  it('revokes one of two', () => {
    const data = { credentialId: idOf('crd'), secretId: idOf('sec', 1), at: now };
    expect(revokeSecret(rotating, idOf('sec', 1), given)).toMatchObject({
      value: { events: [{ type: 'credential.secret-revoked', data }] },
    });
  });
  it('knows no secret that is not live', () => {
    expect(revokeSecret(rotating, idOf('sec', 3), given)).toMatchObject({ code: 'secret-not-found' });
  });
  it('leaves the only one: a credential without any could earn no token', () => {
    expect(revokeSecret(aCredential(), idOf('sec', 1), given)).toMatchObject({ code: 'last-secret' });
  });
  it('refuses on a revoked credential', () => {
    const revoked = aCredential({ status: 'revoked', secrets: [] });
    expect(revokeSecret(revoked, idOf('sec', 1), given)).toMatchObject({ code: 'credential-state-refuses' });
  });
  it('asks for the rights of the credential', () => {
    expect(revokeSecret(rotating, idOf('sec', 1), { ...given, own: [] })).toMatchObject({ code: 'scopes-exceed-own' });
  });
});
