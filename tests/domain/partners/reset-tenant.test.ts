import { describe, expect, it } from 'vitest';
import { evolveTenant } from '../../../domain/partners/evolve-tenant.ts';
import { resetTenant } from '../../../domain/partners/reset-tenant.ts';

const tenantId = `ten_${'0'.repeat(26)}`;
const given = { now: '2026-11-23T08:00:00.000Z', nameOf: (generation: number) => `sbx-shop-g${generation}` };

describe('resetTenant', () => {
  it('begins the second generation of a sandbox that was never reset, and each after it', () => {
    const first = resetTenant(undefined, tenantId, given);
    expect(first).toEqual({
      type: 'tenant.reset',
      data: { tenantId, generation: 2, ended: 'sbx-shop-g1', tenant: 'sbx-shop-g2', at: given.now },
    });
    expect(resetTenant({ generation: 2 }, tenantId, given).data).toMatchObject({ generation: 3, ended: 'sbx-shop-g2' });
  });

  it('leaves the tenant who it is, and those who manage it', () => {
    const opening = { tenantId, name: 'Shop', kind: 'sandbox', openedAt: given.now } as const;
    const credentialId = `crd_${'0'.repeat(26)}`;
    const opened = evolveTenant(undefined, { type: 'tenant.opened', data: opening });
    const managed = evolveTenant(opened, {
      type: 'tenant.manager-added',
      data: { tenantId, credentialId, at: given.now },
    });
    expect(evolveTenant(managed, resetTenant(managed, tenantId, given))).toEqual({
      ...{ ...opening, managers: [credentialId], generation: 2 },
    });
  });
});
