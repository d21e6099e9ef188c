import type { TenantOpening } from './events.ts';
import type { TenantProfile } from './schema.ts';
import { managingScope } from './scopes.ts';

type Opening = Pick<TenantProfile, 'tenantId' | 'name' | 'kind'>;
type Issued = { readonly credentialId: string; readonly scopes: readonly string[] };

/**
 * What a new credential means for its tenant. The first one opens the tenant's profile; one that can manage others is
 * noted there, so that the last of them is known for sure.
 */
export const openTenant = (
  before: TenantProfile | undefined,
  opening: Opening,
  { credentialId, scopes }: Issued,
  given: { readonly now: string },
): readonly TenantOpening[] => {
  const { tenantId } = opening;
  const manager = { tenantId, credentialId, at: given.now };
  return [
    ...(before === undefined
      ? [{ type: 'tenant.opened', data: { ...opening, openedAt: given.now } } satisfies TenantOpening]
      : []),
    ...(scopes.includes(managingScope)
      ? [{ type: 'tenant.manager-added', data: manager } satisfies TenantOpening]
      : []),
  ];
};
