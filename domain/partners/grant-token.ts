import { accept, type Decision, refuse } from '../shared/decision.ts';
import { credentialAllows } from './lifecycle.ts';
import { narrowScopes } from './narrow-scopes.ts';
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
 */
export const grantToken = (
  credential: Credential | undefined,
  { secretId, asked }: { readonly secretId: string | undefined; readonly asked: string | undefined },
  given: { readonly now: string },
): Decision<Grant, 'invalid-client' | 'invalid-scope'> => {
  if (credential === undefined || secretId === undefined || !credentialAllows(credential.status, 'grant-token'))
    return refuse('invalid-client');
  const { person, roles } = credential;
  const narrowed = narrowScopes(person ? scopesOfRoles(roles, given.now) : credential.scopes, asked);
  return narrowed.ok ? accept({ scopes: narrowed.value, roles, person, secretId }) : narrowed;
};
