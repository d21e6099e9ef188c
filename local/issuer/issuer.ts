import { importJWK, SignJWT } from 'jose';
import { epochSeconds } from '../../functions/_kit/clock.ts';
import { base32, sameSecret, sha256Hex } from '../../functions/_kit/crypto.ts';
import { type PrivateJwk, publicJwk } from '../seed/key-files.ts';

/** Somebody who may have tokens: a partner's credential, or a person of the insurer with roles. */
export type Client = {
  readonly clientId: string;
  readonly secretHash: string;
  readonly tenant: string;
  readonly person: boolean;
  readonly roles: readonly string[];
  readonly scopes: readonly string[];
};

export type TokenRequest = {
  readonly grantType: string | undefined;
  readonly clientId: string | undefined;
  readonly secret: string | undefined;
  /** Scopes asked for, separated by spaces; all that the client has if absent. */
  readonly scope: string | undefined;
};

/** The errors of RFC 6749, 5.2 that this issuer gives. */
export type TokenError = 'invalid_client' | 'unsupported_grant_type' | 'invalid_scope' | 'invalid_request';
export type TokenAnswer = { readonly error: TokenError } | { readonly token: string; readonly scope: string };

export const tokenSeconds = 300;

type IssuerSetup = {
  readonly key: PrivateJwk;
  readonly published: readonly PrivateJwk[];
  readonly issuer: string;
  readonly audience: string;
  readonly clients: readonly Client[];
  readonly wall: () => string;
  readonly random: (bytes: number) => Uint8Array;
};

/** No client has this hash: a wrong name costs the same comparison as a wrong secret. */
const nobody = sha256Hex('nobody');

const granted = ({ scopes }: Client, asked: string | undefined): readonly string[] | undefined => {
  if (asked === undefined || asked.trim() === '') return scopes;
  const wanted = asked.trim().split(/\s+/);
  return wanted.every((scope) => scopes.includes(scope)) ? wanted : undefined;
};

const signed = async (setup: IssuerSetup, client: Client, scope: string): Promise<string> => {
  const { key, issuer, audience, wall, random } = setup;
  const now = epochSeconds(wall());
  return new SignJWT({
    client_id: client.clientId,
    tenant: client.tenant,
    scope,
    roles: client.roles,
    person: client.person,
    jti: base32(random(16)),
  })
    .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: key.kid })
    .setIssuer(issuer)
    .setAudience(audience)
    .setSubject(client.clientId)
    .setIssuedAt(now)
    .setExpirationTime(now + tokenSeconds)
    .sign(await importJWK(key, 'ES256'));
};

/** The laptop's issuer for partners and people alike: OAuth 2.0 client credentials, access tokens after RFC 9068. */
export const createIssuer = (setup: IssuerSetup) => ({
  token: async ({ grantType, clientId, secret, scope }: TokenRequest): Promise<TokenAnswer> => {
    if (grantType === undefined || clientId === undefined || secret === undefined) return { error: 'invalid_request' };
    if (grantType !== 'client_credentials') return { error: 'unsupported_grant_type' };
    const client = setup.clients.find((one) => one.clientId === clientId);
    const knows = sameSecret(sha256Hex(secret), client?.secretHash ?? nobody);
    if (client === undefined || !knows) return { error: 'invalid_client' };
    const scopes = granted(client, scope);
    if (scopes === undefined) return { error: 'invalid_scope' };
    const text = scopes.join(' ');
    return { token: await signed(setup, client, text), scope: text };
  },
  jwks: { keys: setup.published.map(publicJwk) },
});
export type Issuer = ReturnType<typeof createIssuer>;
