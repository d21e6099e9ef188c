import { describe, expect, it } from 'vitest';
import { addSecret } from '../../../domain/partners/add-secret.ts';
import { aCredential, aSecret, hash, idOf, now } from './samples.ts';

const secret = { secretId: idOf('sec', 9), secretHash: hash };
const given = { own: ['quotes:write', 'policies:read'], now };

describe('addSecret', () => {
  it('adds a second secret beside the one in use', () => {
    const data = { credentialId: idOf('crd'), ...secret, at: now };
    expect(addSecret(aCredential(), secret, given)).toMatchObject({
      value: { events: [{ type: 'credential.secret-added', data }] },
    });
  });
  it('refuses a third', () => {
    const full = aCredential({ secrets: [aSecret(1), aSecret(2)] });
    expect(addSecret(full, secret, given)).toMatchObject({ code: 'too-many-secrets', facts: { most: 2 } });
  });
  it('gives a revoked credential no way back', () => {
    const revoked = aCredential({ status: 'revoked', secrets: [] });
    expect(addSecret(revoked, secret, given)).toMatchObject({ code: 'credential-state-refuses' });
  });
  it('asks for the rights of the credential', () => {
    expect(addSecret(aCredential(), secret, { ...given, own: [] })).toMatchObject({ code: 'scopes-exceed-own' });
  });
});
