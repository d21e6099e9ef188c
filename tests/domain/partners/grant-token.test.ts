import { describe, expect, it } from 'vitest';
import { grantToken } from '../../../domain/partners/grant-token.ts';
import { scopesOfRoles } from '../../../domain/partners/roles.ts';
import { aCredential, idOf, now } from './samples.ts';

const proved = { secretId: idOf('sec'), asked: undefined };
const given = { now };

describe('grantToken', () => {
  it('gives everything that the credential has, and names the secret that earned it', () => {
    expect(grantToken(aCredential(), proved, given)).toMatchObject({
      value: { scopes: ['quotes:write', 'policies:read'], person: false, secretId: idOf('sec') },
    });
  });
  it.each([
    ['policies:read', ['policies:read']],
    ['  policies:read   quotes:write ', ['policies:read', 'quotes:write']],
    ['   ', ['quotes:write', 'policies:read']],
  ])('gives what is asked for: %j', (asked, scopes) => {
    expect(grantToken(aCredential(), { ...proved, asked }, given)).toMatchObject({ value: { scopes } });
  });
  it('refuses a scope that the credential does not have', () => {
    const asked = 'quotes:write claims:write';
    expect(grantToken(aCredential(), { ...proved, asked }, given)).toMatchObject({ code: 'invalid-scope' });
  });
  it('gives a person what the roles in force carry, whatever was so on the day of issue', () => {
    const person = aCredential({ person: true, roles: ['finance'], scopes: ['claims:read'] });
    expect(grantToken(person, proved, given)).toMatchObject({
      value: { scopes: scopesOfRoles(['finance'], now), roles: ['finance'], person: true },
    });
  });
  it.each([
    ['nobody', undefined, proved],
    ['whoever knows no live secret', aCredential(), { ...proved, secretId: undefined }],
    ['a revoked credential', aCredential({ status: 'revoked' }), proved],
  ])('knows the client no better in the case of %s', (_who, credential, what) => {
    expect(grantToken(credential, what, given)).toEqual({ ok: false, code: 'invalid-client', facts: {} });
  });
});
