import { accept, type Decision, refuse } from '../shared/decision.ts';
import { credentialAllows } from './lifecycle.ts';
import { scopesOfRoles } from './roles.ts';
import type { Credential } from './schema.ts';

/** What a token says that its bearer may do, and which secret earned it. */
export type Grant = {
  readonly scopes: readonly string[];
  readonly roles: readonly string[];
  readonly person: boolean;
  readonly secretId: string;
};

/**
 * What a credential earns with a secret that it proved to know. A person's scopes are those of the roles in force now.
 * `asked` are scopes separated by blanks; all that there are if absent (RFC 6749, 3.3).
 */
export const grantToken = (
  credential: Credential | undefined,
  { secretId, asked }: { readonly secretId: string | undefined; readonly asked: string | undefined },
  given: { readonly now: string },
): Decision<Grant, 'invalid-client' | 'invalid-scope'> => {
  if (credential === undefined || secretId === undefined || !credentialAllows(credential.status, 'grant-token'))
    return refuse('invalid-client');
  const { person, roles } = credential;
  const own = person ? scopesOfRoles(roles, given.now) : credential.scopes;
  const wanted = (asked ?? '').trim().split(/\s+/).filter(Boolean);
  if (!wanted.every((scope) => own.includes(scope))) return refuse('invalid-scope');
  return accept({ scopes: wanted.length === 0 ? own : wanted, roles, person, secretId });
};
