import type { Credential } from '../../domain/partners/schema.ts';

export const clientIdOf = (tenant: string, credentialId: string): string => `${tenant}.${credentialId}`;

/** A credential as its tenant sees it: without any hash. */
export const viewOf = (tenant: string, { secrets, ...credential }: Credential) => ({
  ...credential,
  clientId: clientIdOf(tenant, credential.credentialId),
  secrets: secrets.map(({ secretId, addedAt }) => ({ secretId, addedAt })),
});
