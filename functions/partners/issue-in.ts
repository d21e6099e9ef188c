import type { TenantOpening } from '../../domain/partners/events.ts';
import { issueCredential, type Wished } from '../../domain/partners/issue-credential.ts';
import { openTenant } from '../../domain/partners/open-tenant.ts';
import type { Credential, TenantProfile } from '../../domain/partners/schema.ts';
import { accept, type Outcome } from '../../domain/shared/decision.ts';

type Found = { readonly tenant: TenantProfile | undefined; readonly credential: Credential | undefined };
type Asked = {
  /** How the tenant is opened where it has no profile yet. */
  readonly opening: Pick<TenantProfile, 'tenantId' | 'name' | 'kind'>;
  readonly wished: Wished;
  /** The scopes of who asks. */
  readonly own: readonly string[];
};

/** Issues a credential, and tells its tenant where that matters there: what both aggregates of the command become. */
export const issueIn = ({ tenant, credential }: Found, { opening, wished, own }: Asked, now: string) => {
  const kind = tenant?.kind ?? opening.kind;
  const issued = issueCredential(credential, wished, { kind, own, now });
  if (!issued.ok) return issued;
  const scopes = wished.roles.length > 0 ? [] : wished.scopes;
  const events = openTenant(tenant, opening, { credentialId: wished.credentialId, scopes }, { now });
  const opened: Outcome<TenantOpening> = { events, postings: [] };
  return accept({ credential: issued.value, ...(events.length > 0 && { tenant: opened }) });
};
