import type { TenantEvent } from './events.ts';
import type { TenantProfile } from './schema.ts';

/** Folds a tenant's events. A tenant is there from its opening on, so any other first event is a bug. */
export const evolveTenant = (before: TenantProfile | undefined, event: TenantEvent): TenantProfile => {
  if (event.type === 'tenant.opened') return { ...event.data, managers: [] };
  if (before === undefined) throw new Error(`${event.type} in a tenant that was never opened.`);
  if (event.type === 'tenant.reset') return { ...before, generation: event.data.generation };
  const others = before.managers.filter((one) => one !== event.data.credentialId);
  return {
    ...before,
    managers: event.type === 'tenant.manager-added' ? [...others, event.data.credentialId] : others,
  };
};
