import type { CredentialEvent } from './events.ts';
import type { Credential } from './schema.ts';

/** Folds a credential's events. It is there from its issue on, so any other first event is a bug. */
export const evolveCredential = (before: Credential | undefined, event: CredentialEvent): Credential => {
  if (event.type === 'credential.issued') {
    const { secretId, secretHash, ...issued } = event.data;
    const secrets = [{ secretId, hash: secretHash, addedAt: issued.issuedAt }];
    return { ...issued, status: 'live', secrets };
  }
  if (before === undefined) throw new Error(`${event.type} on a credential that was never issued.`);
  switch (event.type) {
    case 'credential.secret-added': {
      const { secretId, secretHash: hash, at: addedAt } = event.data;
      return { ...before, secrets: [...before.secrets, { secretId, hash, addedAt }] };
    }
    case 'credential.secret-revoked':
      return { ...before, secrets: before.secrets.filter(({ secretId }) => secretId !== event.data.secretId) };
    default:
      return { ...before, status: 'revoked', revokedAt: event.data.at, secrets: [] };
  }
};
