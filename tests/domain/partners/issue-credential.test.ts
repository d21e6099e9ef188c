import { describe, expect, it } from 'vitest';
import { issueCredential } from '../../../domain/partners/issue-credential.ts';
import { partnerScopes } from '../../../domain/partners/scopes.ts';
import { aCredential, hash, idOf, now } from './samples.ts';

const wished = {
  ...{ credentialId: idOf('crd'), name: 'Checkout', scopes: ['quotes:write'], roles: [] as string[] },
  ...{ secretId: idOf('sec'), secretHash: hash },
};
const given = { kind: 'sandbox', own: partnerScopes, now } as const;
const aPerson = { ...wished, scopes: [], roles: ['finance'] };

describe('issueCredential', () => {
  it('issues what was wished with its first secret, as a hash', () => {
    const data = { ...wished, person: false, issuedAt: now };
    expect(issueCredential(undefined, wished, given)).toMatchObject({
      value: { events: [{ type: 'credential.issued', data }], postings: [] },
    });
  });

  it('makes a person of a sandbox, whose scopes are those of the roles', () => {
    expect(issueCredential(undefined, aPerson, given)).toMatchObject({
      value: { events: [{ data: { person: true, scopes: expect.arrayContaining(['billing:write']) } }] },
    });
  });

  it('makes no person where people are real', () => {
    const decision = issueCredential(undefined, aPerson, { ...given, kind: 'live' });
    expect(decision).toMatchObject({ code: 'people-need-a-sandbox' });
  });

  it('knows no role that is not in force', () => {
    const decision = issueCredential(undefined, { ...aPerson, roles: ['finance', 'claims_wizard'] }, given);
    expect(decision).toMatchObject({ code: 'role-unknown', facts: { role: 'claims_wizard' } });
    const before = { ...given, now: '2025-12-31T23:59:59.999Z' };
    expect(issueCredential(undefined, aPerson, before)).toMatchObject({ code: 'role-unknown' });
  });

  it('gives nobody more than who asks has', () => {
    const decision = issueCredential(undefined, wished, { ...given, own: ['credentials:write'] });
    expect(decision).toMatchObject({ code: 'scopes-exceed-own', facts: { missing: ['quotes:write'] } });
  });

  it('issues a credential once', () => {
    expect(issueCredential(aCredential(), wished, given)).toMatchObject({ code: 'credential-state-refuses' });
  });
});
