import { describe, expect, it } from 'vitest';
import { evolveTenant } from '../../../domain/partners/evolve-tenant.ts';
import { aTenant, idOf, now } from './samples.ts';

const manager = (n: number) => ({ tenantId: idOf('ten'), credentialId: idOf('crd', n), at: now });

describe('evolveTenant', () => {
  it('begins with the opening', () => {
    const data = { tenantId: idOf('ten'), name: 'My shop', kind: 'sandbox', openedAt: now } as const;
    expect(evolveTenant(undefined, { type: 'tenant.opened', data })).toEqual(aTenant());
  });
  it('counts its managers once each', () => {
    const one = evolveTenant(aTenant(), { type: 'tenant.manager-added', data: manager(1) });
    const two = evolveTenant(one, { type: 'tenant.manager-added', data: manager(2) });
    expect(two.managers).toEqual([idOf('crd', 1), idOf('crd', 2)]);
    expect(evolveTenant(two, { type: 'tenant.manager-added', data: manager(2) }).managers).toEqual(two.managers);
    expect(evolveTenant(two, { type: 'tenant.manager-removed', data: manager(1) }).managers).toEqual([idOf('crd', 2)]);
  });
  it('takes nothing before its opening', () => {
    expect(() => evolveTenant(undefined, { type: 'tenant.manager-added', data: manager(1) })).toThrow('never opened');
  });
});
