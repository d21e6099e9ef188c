import { describe, expect, it } from 'vitest';
import { scopesOrRoles } from '../../../domain/partners/checks.ts';

describe('scopesOrRoles', () => {
  it('holds for a credential with scopes, or one that plays roles', () => {
    expect(scopesOrRoles({ scopes: ['policies:read'] })).toBe(true);
    expect(scopesOrRoles({ roles: ['finance'] })).toBe(true);
  });
  it('does not hold for neither, or both', () => {
    expect(scopesOrRoles({})).toBe(false);
    expect(scopesOrRoles({ scopes: ['policies:read'], roles: ['finance'] })).toBe(false);
  });
});
