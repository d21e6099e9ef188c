import { describe, expect, it } from 'vitest';
import { authorityBands } from '../../../domain/claims/authority.ts';
import { rolesAt, type StaffRole, scopesOfRoles, staffRoles } from '../../../domain/partners/roles.ts';
import { partnerScopes } from '../../../domain/partners/scopes.ts';
import { loadCapabilities } from '../../../functions/_kit/load-capabilities.ts';
import { now } from './samples.ts';

const endpoints = (await loadCapabilities()).flatMap((one) => Object.values(one.endpoints));
const scopesFor = (caller: string): readonly string[] => [
  ...new Set(endpoints.flatMap((one) => (one.caller === caller && one.scope !== undefined ? [one.scope] : []))),
];

describe('the table of roles', () => {
  it('has every role that a contract asks for, and every role of an authority band', () => {
    const named = new Set([...endpoints.flatMap(({ roles = [] }) => roles), ...authorityBands.map(({ role }) => role)]);
    expect(named.size).toBeGreaterThan(3);
    expect(rolesAt(now).map(({ role }) => role)).toEqual(expect.arrayContaining([...named]));
  });
  it('grants every scope that an entry for the insurer’s people asks for to some role', () => {
    const granted = staffRoles.flatMap(({ scopes }) => scopes);
    expect(scopesFor('staff').length).toBeGreaterThan(0);
    expect(granted).toEqual(expect.arrayContaining([...scopesFor('staff')]));
  });
  it('lets everybody with a role of an entry have the scope that it asks for', () => {
    for (const { id, scope, roles = [] } of endpoints.filter(({ caller }) => caller === 'staff'))
      for (const role of scope === undefined ? [] : roles)
        expect(scopesOfRoles([role], now), `${role} for ${id}`).toContain(scope);
  });
  it('grants every scope that an entry says shows personal data to some role', () => {
    const told = endpoints.flatMap(({ description = '' }) => description.match(/(?<=`)\w+:personal(?=`)/g) ?? []);
    expect(new Set(told)).toEqual(new Set(['claims:personal', 'customers:personal']));
    expect(staffRoles.flatMap(({ scopes }) => scopes)).toEqual(expect.arrayContaining(told));
  });
  it.each([
    ['claims:personal', ['claims_handler', 'claims_approver']],
    ['customers:personal', ['compliance']],
  ])('shows what %s opens to nobody but those whose work needs it', (scope, roles) => {
    const holders = rolesAt(now).filter(({ scopes }) => scopes.includes(scope));
    expect(holders.map(({ role }) => role)).toEqual(roles);
  });
  it('lets no person of the insurer act as a shop', () => {
    const writing = partnerScopes.filter((scope) => scope.endsWith(':write'));
    expect(staffRoles.flatMap(({ scopes }) => scopes).filter((scope) => writing.some((one) => one === scope))).toEqual(
      [],
    );
  });
});

describe('rolesAt', () => {
  const table: readonly StaffRole[] = [
    { from: '2026-06-01T00:00:00.000Z', role: 'finance', scopes: ['billing:read'], may: 'Less.' },
    { from: '2026-01-01T00:00:00.000Z', role: 'finance', scopes: ['billing:read', 'billing:write'], may: 'More.' },
  ];
  it.each([
    ['2025-12-31T23:59:59.999Z', []],
    ['2026-01-01T00:00:00.000Z', ['billing:read', 'billing:write']],
    ['2026-05-31T23:59:59.999Z', ['billing:read', 'billing:write']],
    ['2026-06-01T00:00:00.000Z', ['billing:read']],
  ])('takes the newest entry of a role that is in force at %s', (at, scopes) => {
    expect(scopesOfRoles(['finance'], at, table)).toEqual(scopes);
  });
  it('adds up what several roles carry, each scope once', () => {
    const both = scopesOfRoles(['claims_handler', 'finance'], now);
    expect(both).toEqual([...new Set(both)]);
    expect(both).toEqual(expect.arrayContaining(['claims:read', 'payments:read']));
    expect(scopesOfRoles(['nobody'], now)).toEqual([]);
  });
});
