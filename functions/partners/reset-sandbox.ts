import { resetTenant } from '../../domain/partners/reset-tenant.ts';
import { refuse } from '../../domain/shared/decision.ts';
import { implement } from '../_kit/implement.ts';
import { isSandbox, tenantIn } from '../_kit/sandbox.ts';
import { partners } from './contract.ts';
import { paymentsOf } from './payments-of.ts';

export const endpoint = implement(partners.endpoints.resetSandbox, async ({ tenant: home, now, ports }) => {
  if (!isSandbox(home)) return refuse('sandbox-only');
  const tenantId = ports.idFrom('ten', 'profile');
  const { tenant: profile } = await ports.load({ tenant: tenantId });
  const reset = resetTenant(profile, tenantId, { now, nameOf: (generation) => tenantIn(home, generation) });
  const opening = { tenantId, name: home, kind: 'sandbox', openedAt: now } as const;
  const opened = profile === undefined ? [{ type: 'tenant.opened', data: opening } as const] : [];

  const { tenant, generation, ended } = reset.data;
  const founds = await ports.newTenant(tenant);
  const answer = { tenant, generation, ended, ...(await paymentsOf(ports.sandboxes, tenant)) };
  return ports.commit({ tenant: { events: [...opened, reset], postings: [] } }, () => answer, { founds });
});
