import { describe, expect, it } from 'vitest';
import { grantToPerson } from '../../../domain/partners/grant-to-person.ts';
import { scopesOfRoles } from '../../../domain/partners/roles.ts';
import { now } from './samples.ts';

const given = { now };
const ann = { tenant: 'shop-a', groups: ['claims_approver'] };

describe('grantToPerson', () => {
  it('gives the scopes of the roles that a person\u2019s groups are', () => {
    const scopes = scopesOfRoles(['claims_approver'], now);
    expect(scopes).toContain('claims:personal');
    expect(grantToPerson(ann, undefined, given)).toEqual({
      ok: true,
      value: { scopes, roles: ['claims_approver'], person: true },
    });
  });
  it('ignores groups that are no role, and a role that is named twice', () => {
    const groups = ['everybody', 'finance', 'claims_wizard', 'finance', 'operator'];
    expect(grantToPerson({ ...ann, groups }, undefined, given)).toMatchObject({
      value: { roles: ['finance', 'operator'] },
    });
  });
  it('knows a role from its first instant on, and not a millisecond before', () => {
    const first = '2026-01-01T00:00:00.000Z';
    expect(grantToPerson(ann, undefined, { now: first }).ok).toBe(true);
    const before = grantToPerson(ann, undefined, { now: '2025-12-31T23:59:59.999Z' });
    expect(before).toEqual({ ok: false, code: 'person-not-placed', facts: {} });
  });
  it.each([
    ['no tenant', { ...ann, tenant: undefined }],
    ['no group', { ...ann, groups: [] }],
    ['no group that is a role', { ...ann, groups: ['claims', 'CLAIMS_APPROVER'] }],
  ])('refuses a person with %s', (_what, placed) => {
    expect(grantToPerson(placed, undefined, given)).toMatchObject({ code: 'person-not-placed' });
  });
  it('gives what is asked for, and never more than the roles have', () => {
    expect(grantToPerson(ann, 'claims:read', given)).toMatchObject({ value: { scopes: ['claims:read'] } });
    expect(grantToPerson(ann, 'claims:read billing:read', given)).toMatchObject({ code: 'invalid-scope' });
  });
});
