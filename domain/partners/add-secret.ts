import { accept, type Decision, type Outcome, refuse } from '../shared/decision.ts';
import type { SecretAdded } from './events.ts';
import { credentialAllows } from './lifecycle.ts';
import { mayManage } from './may-manage.ts';
import type { Credential } from './schema.ts';

/** The one in use, and the next: a rotation needs no more. */
export const secretsMax = 2;

type AddRefusal = 'scopes-exceed-own' | 'credential-state-refuses' | 'too-many-secrets';

/** Adds a secret beside the one in use, so that a rotation breaks nothing. `own` are the scopes of who asks. */
export const addSecret = (
  credential: Credential,
  { secretId, secretHash }: { readonly secretId: string; readonly secretHash: string },
  given: { readonly own: readonly string[]; readonly now: string },
): Decision<Outcome<SecretAdded>, AddRefusal> => {
  const may = mayManage(given.own, credential);
  if (!may.ok) return may;
  const { credentialId, status, secrets } = credential;
  if (!credentialAllows(status, 'add-secret'))
    return refuse('credential-state-refuses', { status, command: 'add-secret' });
  if (secrets.length >= secretsMax) return refuse('too-many-secrets', { credentialId, most: secretsMax });
  const data = { credentialId, secretId, secretHash, at: given.now };
  return accept({ events: [{ type: 'credential.secret-added', data }], postings: [] });
};
