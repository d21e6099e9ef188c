import { describe, expect, it } from 'vitest';
import { narrowScopes } from '../../../domain/partners/narrow-scopes.ts';

const own = ['quotes:write', 'policies:read'];

describe('narrowScopes', () => {
  it.each([
    [undefined, own],
    ['', own],
    ['   ', own],
    ['policies:read', ['policies:read']],
    ['  policies:read   quotes:write ', ['policies:read', 'quotes:write']],
  ])('gives for %j the scopes %j', (asked, scopes) => {
    expect(narrowScopes(own, asked)).toEqual({ ok: true, value: scopes });
  });
  it('refuses all where one is not one\u2019s own', () => {
    expect(narrowScopes(own, 'quotes:write claims:write')).toMatchObject({ code: 'invalid-scope' });
    expect(narrowScopes([], undefined)).toEqual({ ok: true, value: [] });
  });
});
