import type { TenantReset } from './events.ts';
import type { TenantProfile } from './schema.ts';

/** What a sandbox is called in each generation; names are the platform's to give. */
type Naming = (generation: number) => string;

/** Begins the next generation of a sandbox: everything but the tenant itself and its credentials is left behind. */
export const resetTenant = (
  before: Pick<TenantProfile, 'generation'> | undefined,
  tenantId: string,
  { now, nameOf }: { readonly now: string; readonly nameOf: Naming },
): TenantReset => {
  const ended = before?.generation ?? 1;
  const generation = ended + 1;
  return {
    type: 'tenant.reset',
    data: { tenantId, generation, ended: nameOf(ended), tenant: nameOf(generation), at: now },
  };
};
