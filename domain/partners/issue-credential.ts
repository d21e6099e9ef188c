import { accept, type Decision, type Outcome, refuse } from '../shared/decision.ts';
import type { CredentialIssued } from './events.ts';
import { credentialAllows } from './lifecycle.ts';
import { mayManage } from './may-manage.ts';
import { rolesAt, scopesOfRoles } from './roles.ts';
import type { Credential, TenantProfile } from './schema.ts';

export type Wished = {
  readonly credentialId: string;
  readonly name: string;
  /** Scopes of a partner's credential; those of a test person follow from its roles. */
  readonly scopes: readonly string[];
  /** With roles it stands for a person of the insurer. */
  readonly roles: readonly string[];
  readonly secretId: string;
  readonly secretHash: string;
};
type Given = { readonly kind: TenantProfile['kind']; readonly own: readonly string[]; readonly now: string };
type IssueRefusal = 'credential-state-refuses' | 'people-need-a-sandbox' | 'role-unknown' | 'scopes-exceed-own';

/**
 * Issues a credential with its first secret. `own` are the scopes of who asks: nobody gives what they do not have.
 * `kind` is the tenant's: people are played in a sandbox, and are real everywhere else.
 */
export const issueCredential = (
  existing: Credential | undefined,
  wished: Wished,
  { kind, own, now }: Given,
): Decision<Outcome<CredentialIssued>, IssueRefusal> => {
  const status = existing?.status ?? 'none';
  if (!credentialAllows(status, 'issue')) return refuse('credential-state-refuses', { status, command: 'issue' });
  const { roles } = wished;
  const person = roles.length > 0;
  if (person && kind !== 'sandbox') return refuse('people-need-a-sandbox');
  const known = rolesAt(now).map(({ role }) => role);
  const unknown = roles.find((role) => !known.includes(role));
  if (unknown !== undefined) return refuse('role-unknown', { role: unknown });
  const scopes = person ? scopesOfRoles(roles, now) : wished.scopes;
  const may = mayManage(own, { person, scopes });
  if (!may.ok) return may;
  const issued = { ...wished, scopes, person, issuedAt: now };
  return accept({ events: [{ type: 'credential.issued', data: issued }], postings: [] });
};
