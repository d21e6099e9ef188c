import { describe, expect, it } from 'vitest';
import { aPartnersWorld } from './partners-world.ts';

type Item = { role: string; scopes: string[]; authority: { currency: string; most: number }[] };

describe('listRoles', () => {
  it('shows what each role may do, and up to what its people approve', async () => {
    const { call } = await aPartnersWorld();
    const { items } = (await call('listRoles')).body as { items: Item[] };
    const of = (role: string) => items.find((one) => one.role === role);
    // CNY 5,000.00 and CNY 50,000.00 (lifecycles 6.8).
    expect(of('claims_approver')?.authority).toMatchObject([{ currency: 'CNY', most: 500_000 }]);
    expect(of('claims_director')?.authority).toMatchObject([{ currency: 'CNY', most: 5_000_000 }]);
    expect(of('claims_handler')?.authority).toEqual([]);
    expect(of('finance')?.scopes).toEqual(expect.arrayContaining(['billing:write', 'payments:read']));
  });

  it('shows what is in force, and nothing of later or earlier', async () => {
    const { call } = await aPartnersWorld({ startAt: '2025-12-31T23:59:59.999Z' });
    expect((await call('listRoles')).body).toEqual({ items: [] });
  });
});
