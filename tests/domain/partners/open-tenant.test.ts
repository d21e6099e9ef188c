import { describe, expect, it } from 'vitest';
import { openTenant } from '../../../domain/partners/open-tenant.ts';
import { aTenant, idOf, now } from './samples.ts';

const opening = { tenantId: idOf('ten'), name: 'My shop', kind: 'sandbox' } as const;
const credentialId = idOf('crd');
const typesOf = (before: ReturnType<typeof aTenant> | undefined, scopes: readonly string[]) =>
  openTenant(before, opening, { credentialId, scopes }, { now }).map(({ type }) => type);

describe('openTenant', () => {
  it('opens the profile with the first credential, and notes that it manages', () => {
    expect(openTenant(undefined, opening, { credentialId, scopes: ['credentials:write'] }, { now })).toEqual([
      { type: 'tenant.opened', data: { ...opening, openedAt: now } },
      { type: 'tenant.manager-added', data: { tenantId: opening.tenantId, credentialId, at: now } },
    ]);
  });
  it('notes later managers alone', () => {
    expect(typesOf(aTenant(), ['credentials:write', 'quotes:write'])).toEqual(['tenant.manager-added']);
  });
  it('has nothing to say of a credential that manages none', () => {
    expect(typesOf(aTenant(), ['quotes:write'])).toEqual([]);
    expect(typesOf(undefined, ['quotes:write'])).toEqual(['tenant.opened']);
  });
});
