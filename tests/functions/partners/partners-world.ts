import { randomUUID } from 'node:crypto';
import { createLocalJWKSet, exportJWK, generateKeyPair } from 'jose';
import { partnerScopes } from '../../../domain/partners/scopes.ts';
import { es256Signer } from '../../../functions/_adapters/es256-signer.ts';
import { jwtTokens } from '../../../functions/_adapters/jwt-tokens.ts';
import { noStaff } from '../../../functions/_adapters/staff-tokens.ts';
import { tokenSigner } from '../../../functions/_adapters/token-signer.ts';
import type { StaffDirectory } from '../../../functions/_kit/services.ts';
import { endpoint as addCredentialSecret } from '../../../functions/partners/add-credential-secret.ts';
import { endpoint as createCredential } from '../../../functions/partners/create-credential.ts';
import { endpoint as createSandbox } from '../../../functions/partners/create-sandbox.ts';
import { endpoint as getAuthorizationServer } from '../../../functions/partners/get-authorization-server.ts';
import { endpoint as getCredential } from '../../../functions/partners/get-credential.ts';
import { endpoint as getRevocations } from '../../../functions/partners/get-revocations.ts';
import { endpoint as getTokenKeys } from '../../../functions/partners/get-token-keys.ts';
import { endpoint as issueToken } from '../../../functions/partners/issue-token.ts';
import { endpoint as listCredentials } from '../../../functions/partners/list-credentials.ts';
import { endpoint as listRoles } from '../../../functions/partners/list-roles.ts';
import { endpoint as resetSandbox } from '../../../functions/partners/reset-sandbox.ts';
import { endpoint as revokeCredential } from '../../../functions/partners/revoke-credential.ts';
import { endpoint as revokeCredentialSecret } from '../../../functions/partners/revoke-credential-secret.ts';
import { type Asked, aWorld, type WorldOptions } from '../../support/world.ts';

const endpoints = [
  ...[addCredentialSecret, createCredential, createSandbox, getAuthorizationServer, getCredential, getRevocations],
  ...[getTokenKeys, issueToken, listCredentials, listRoles, resetSandbox, revokeCredential, revokeCredentialSecret],
];
const rules = { issuer: 'https://api.bindery.test', audience: 'bindery' };

export type Issued = {
  readonly tenant: string;
  readonly credentialId: string;
  readonly clientId: string;
  readonly secret: string;
  readonly scopes: readonly string[];
  readonly secrets: readonly { readonly secretId: string }[];
};

/** A platform where tenants make themselves, with tokens that are really signed. */
export const aPartnersWorld = async (
  options: Omit<WorldOptions, 'services'> = {},
  staffDirectory: StaffDirectory = noStaff,
) => {
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
  const published = { ...(await exportJWK(publicKey)), kid: 'token-1', kty: 'EC', alg: 'ES256' };
  const signer = tokenSigner({
    ...{ ...rules, docsUrl: 'https://docs.bindery.test', keys: async () => [published] },
    signer: es256Signer({ ...(await exportJWK(privateKey)), kid: 'token-1' }),
  });
  const sandboxes = { webhookSecret: async (tenant: string) => `whsec_${tenant}` };
  const world = await aWorld(endpoints, { ...options, services: { tokenSigner: signer, sandboxes, staffDirectory } });
  const tokens = jwtTokens({ ...rules, keys: createLocalJWKSet({ keys: [published] }) }, () => world.time.now);

  const sandbox = async (key = randomUUID()): Promise<Issued> => {
    const answer = await world.call('createSandbox', { body: { name: 'My shop' }, key });
    if (answer.status !== 201) throw new Error(`No sandbox: ${answer.text}`);
    return answer.body as Issued;
  };
  /** Who acts with the sandbox's own credential, with all of its rights. */
  const manager = ({ tenant, clientId }: Issued, scopes: readonly string[] = partnerScopes) => ({
    tenant,
    as: { id: clientId, scopes },
  });
  const credential = async (of: Issued, body: object, asked: Asked = {}): Promise<Issued> => {
    const answer = await world.call('createCredential', { ...manager(of), body, ...asked });
    if (answer.status !== 201) throw new Error(`No credential: ${answer.text}`);
    return answer.body as Issued;
  };
  const token = (clientId: string, secret: string, form: Record<string, string> = {}) =>
    world.call('issueToken', {
      body: new URLSearchParams({ grant_type: 'client_credentials', ...form }).toString(),
      key: undefined,
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        authorization: `Basic ${Buffer.from(`${clientId}:${secret}`).toString('base64')}`,
      },
    });
  return { ...world, verifier: tokens, sandbox, manager, credential, token };
};
export type PartnersWorld = Awaited<ReturnType<typeof aPartnersWorld>>;
