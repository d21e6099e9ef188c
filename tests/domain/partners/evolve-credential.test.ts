import { describe, expect, it } from 'vitest';
import type { CredentialEvent } from '../../../domain/partners/events.ts';
import { evolveCredential } from '../../../domain/partners/evolve-credential.ts';
import type { Credential } from '../../../domain/partners/schema.ts';
import { aCredential, aSecret, hash, idOf, now } from './samples.ts';

const credentialId = idOf('crd');
const { status: _live, secrets: _none, ...told } = aCredential();
const issued: CredentialEvent = {
  type: 'credential.issued',
  data: { ...told, secretId: idOf('sec'), secretHash: hash },
};
const added: CredentialEvent = {
  type: 'credential.secret-added',
  data: { credentialId, secretId: idOf('sec', 2), secretHash: hash, at: now },
};
const foldAll = (...events: readonly CredentialEvent[]): Credential | undefined =>
  events.reduce<Credential | undefined>(evolveCredential, undefined);

describe('evolveCredential', () => {
  it('begins live, with its first secret', () => {
    expect(foldAll(issued)).toEqual(aCredential());
  });
  it('has two secrets while it rotates, and then the newer one', () => {
    expect(foldAll(issued, added)?.secrets).toEqual([aSecret(1), aSecret(2)]);
    const data = { credentialId, secretId: idOf('sec', 1), at: now };
    expect(foldAll(issued, added, { type: 'credential.secret-revoked', data })?.secrets).toEqual([aSecret(2)]);
  });
  it('ends without any secret', () => {
    const ended = foldAll(issued, added, { type: 'credential.revoked', data: { credentialId, at: now } });
    expect(ended).toMatchObject({ status: 'revoked', revokedAt: now, secrets: [] });
  });
  it('takes nothing before its issue', () => {
    expect(() => foldAll(added)).toThrow('never issued');
  });
});
