import { accept, type Decision, type Outcome, refuse } from '../shared/decision.ts';
import type { SecretRevoked } from './events.ts';
import { credentialAllows } from './lifecycle.ts';
import { mayManage } from './may-manage.ts';
import type { Credential } from './schema.ts';

type RevokeRefusal = 'scopes-exceed-own' | 'credential-state-refuses' | 'secret-not-found' | 'last-secret';

/** Revokes one secret and every token that it earned; the other goes on. `own` are the scopes of who asks. */
export const revokeSecret = (
  credential: Credential,
  secretId: string,
  given: { readonly own: readonly string[]; readonly now: string },
): Decision<Outcome<SecretRevoked>, RevokeRefusal> => {
  const may = mayManage(given.own, credential);
  if (!may.ok) return may;
  const { credentialId, status, secrets } = credential;
  if (!credentialAllows(status, 'revoke-secret'))
    return refuse('credential-state-refuses', { status, command: 'revoke-secret' });
  if (!secrets.some((secret) => secret.secretId === secretId)) return refuse('secret-not-found', { secretId });
  if (secrets.length === 1) return refuse('last-secret', { credentialId });
  const data = { credentialId, secretId, at: given.now };
  return accept({ events: [{ type: 'credential.secret-revoked', data }], postings: [] });
};
