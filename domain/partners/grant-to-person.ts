import { accept, type Decision, refuse } from '../shared/decision.ts';
import type { Grant } from './grant-token.ts';
import { narrowScopes } from './narrow-scopes.ts';
import { rolesAt, scopesOfRoles } from './roles.ts';

/** A person of the insurer as the directory knows them: to whom they belong, and in which groups they are. */
export type Placed = { readonly tenant: string | undefined; readonly groups: readonly string[] };

/**
 * What a person who logged in may do. A group that is a role in force is that role; any other group means nothing here,
 * so a directory may have groups for other ends. Without a tenant or a role there is nothing to grant.
 */
export const grantToPerson = (
  { tenant, groups }: Placed,
  asked: string | undefined,
  given: { readonly now: string },
): Decision<Omit<Grant, 'secretId'>, 'person-not-placed' | 'invalid-scope'> => {
  const roles = rolesAt(given.now)
    .map(({ role }) => role)
    .filter((role) => groups.includes(role));
  if (tenant === undefined || roles.length === 0) return refuse('person-not-placed');
  const narrowed = narrowScopes(scopesOfRoles(roles, given.now), asked);
  return narrowed.ok ? accept({ scopes: narrowed.value, roles, person: true }) : narrowed;
};
