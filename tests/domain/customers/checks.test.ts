import { describe, expect, it } from 'vitest';
import { byIdentityOrPhone } from '../../../domain/customers/checks.ts';

describe('byIdentityOrPhone', () => {
  it('holds where something is given to look a person up by, one or both', () => {
    expect(byIdentityOrPhone({ identityNumber: '11010519491231002X' })).toBe(true);
    expect(byIdentityOrPhone({ phone: '+8613800138000' })).toBe(true);
    expect(byIdentityOrPhone({ identityNumber: '11010519491231002X', phone: '+8613800138000' })).toBe(true);
  });
  it('does not hold where nothing is', () => {
    expect(byIdentityOrPhone({})).toBe(false);
  });
});
