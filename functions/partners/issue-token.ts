import { grantToken } from '../../domain/partners/grant-token.ts';
import type { Credential } from '../../domain/partners/schema.ts';
import { accept, refuse } from '../../domain/shared/decision.ts';
import { epochSeconds } from '../_kit/clock.ts';
import { base32, sameSecret, sha256Hex } from '../_kit/crypto.ts';
import { implement } from '../_kit/implement.ts';
import { isSandbox, tenantIn } from '../_kit/sandbox.ts';
import { partners } from './contract.ts';
import { clientOf, tokenRequestOf } from './token-request.ts';
import { clientIdOf } from './view.ts';

export const tokenSeconds = 300;

/** Nobody knows a secret with these hashes: whatever is wrong, two secrets are compared. */
const nobody = [sha256Hex('nobody'), sha256Hex('nobody else')];

const secretIdOf = (credential: Credential | undefined, secret: string): string | undefined => {
  const known = credential?.secrets ?? [];
  const hash = sha256Hex(secret);
  const matches = nobody.map((other, at) => sameSecret(hash, known[at]?.hash ?? other));
  return known[matches.indexOf(true)]?.secretId;
};

export const endpoint = implement(partners.endpoints.issueToken, async ({ tenant, raw, now, wall, ports }) => {
  const { clientId, secret = '', grantType, scope, malformed } = tokenRequestOf(raw.body, raw.headers['authorization']);
  if (malformed || grantType === undefined) return refuse('token-request-invalid');
  if (grantType !== 'client_credentials') return refuse('unsupported-grant-type');
  const { credentialId } = clientOf(clientId);
  const { credential } = await ports.load({ credential: credentialId });
  const grant = grantToken(credential, { secretId: secretIdOf(credential, secret), asked: scope }, { now });
  if (!grant.ok) return grant;

  const { scopes, roles, person, secretId } = grant.value;
  const { issuer, audience } = ports.tokenSigner;
  const client = clientIdOf(tenant, credentialId);
  const issuedAt = epochSeconds(wall);
  const living = isSandbox(tenant) ? tenantIn(tenant, await ports.generation()) : tenant;
  // A token of a sandbox ends with the generation that it is for, as it does with what earned it.
  const sec = isSandbox(tenant) ? [secretId, living] : secretId;
  const token = await ports.tokenSigner.sign({
    ...{ iss: issuer, aud: audience, sub: client, client_id: client, iat: issuedAt, exp: issuedAt + tokenSeconds },
    ...{ jti: base32(ports.random(16)), scope: scopes.join(' '), tenant: living, roles, person, sec },
  });
  return accept({
    ...{ access_token: token, token_type: 'Bearer', expires_in: tokenSeconds, scope: scopes.join(' ') },
  });
});
