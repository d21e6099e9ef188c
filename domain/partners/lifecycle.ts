import type { Credential } from './schema.ts';

/** `none` stands for a credential that does not exist yet. */
export type CredentialState = 'none' | Credential['status'];
export type CredentialCommand = 'issue' | 'add-secret' | 'revoke-secret' | 'revoke' | 'grant-token';

/** Where each command leads; elsewhere it is refused. A revoked credential never comes back. */
export const credentialLifecycle: Readonly<
  Record<CredentialCommand, { readonly [S in CredentialState]?: Credential['status'] }>
> = {
  issue: { none: 'live' },
  'add-secret': { live: 'live' },
  'revoke-secret': { live: 'live' },
  revoke: { live: 'revoked' },
  'grant-token': { live: 'live' },
};

export const credentialAllows = (state: CredentialState, command: CredentialCommand): boolean =>
  credentialLifecycle[command][state] !== undefined;
