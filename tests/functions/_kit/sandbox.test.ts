import { describe, expect, it } from 'vitest';
import { homeOf, isSandbox, livingOf, tenantIn } from '../../../functions/_kit/sandbox.ts';

describe('a sandbox that was reset', () => {
  it('is a sandbox in every generation, and has one home', () => {
    for (const home of ['sbx-01jd8x2k7v5m3q9w4t6y8r0z1b', 'sandbox-shop'])
      for (const generation of [1, 2, 10, 999]) {
        const tenant = tenantIn(home, generation);
        expect([isSandbox(tenant), homeOf(tenant)]).toEqual([true, home]);
      }
  });
  it('has a name that a token and a path can carry, however often it begins', () => {
    expect(tenantIn('sbx-01jd8x2k7v5m3q9w4t6y8r0z1b', 9_999_999)).toMatch(/^[a-z0-9-]{3,40}$/);
  });
  it('is none where the tenant is live, whatever its name ends with', () => {
    expect([isSandbox('shop-g2'), homeOf('shop-g2')]).toEqual([false, 'shop-g2']);
  });
  it('lives in its last generation alone, and every live tenant lives', () => {
    const tenants = ['sbx-a', 'sbx-a-g10', 'sbx-a-g9', 'sbx-b', 'shop-g2', 'shop'];
    expect(livingOf(tenants)).toEqual(['sbx-a-g10', 'sbx-b', 'shop-g2', 'shop']);
  });
});
