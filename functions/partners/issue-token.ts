import { accessTokenType } from '../../domain/partners/token/schema.ts';
import { accept, refuse } from '../../domain/shared/decision.ts';
import { epochSeconds } from '../_kit/clock.ts';
import { base32 } from '../_kit/crypto.ts';
import { implement } from '../_kit/implement.ts';
import type { Call } from '../_kit/ports.ts';
import { homeOf, isSandbox, tenantIn } from '../_kit/sandbox.ts';
import { partners } from './contract.ts';
import { earnByLogin } from './earn-by-login.ts';
import { type Earned, earnBySecret } from './earn-by-secret.ts';
import { exchangeGrant } from './exchange-request.ts';
import { clientOf, tokenRequestOf } from './token-request.ts';

export const tokenSeconds = 300;

type Asking = Call<typeof partners.endpoints.issueToken>;

/** RFC 6749, 4.4.2: the parameters come in this form, and nothing else is read as if it were one. */
const isForm = (contentType = ''): boolean => /^application\/x-www-form-urlencoded\s*(;|$)/i.test(contentType);

const earn = async ({ tenant, raw, now, wall, ports }: Asking) => {
  const asked = tokenRequestOf(raw.body, raw.headers['authorization']);
  if (!isForm(raw.headers['content-type']) || asked.malformed || asked.grantType === undefined)
    return refuse('token-request-invalid');
  if (asked.grantType === exchangeGrant) return earnByLogin(asked, raw.body, { tenant, now, wall, ports });
  if (asked.grantType !== 'client_credentials') return refuse('unsupported-grant-type');
  const { credential } = await ports.load({ credential: clientOf(asked.clientId).credentialId });
  return earnBySecret(credential, asked, { tenant, now });
};

/** A token ends after five minutes, and no later than what earned it. */
const endOf = ({ until = Number.POSITIVE_INFINITY }: Earned, issuedAt: number): number =>
  Math.min(issuedAt + tokenSeconds, until);

export const endpoint = implement(partners.endpoints.issueToken, async (call) => {
  const { tenant, wall, ports } = call;
  const earned = await earn(call);
  if (!earned.ok) return earned;
  const { scopes, roles, person, subject, clientId, earnedBy, until } = earned.value;
  const issuedAt = epochSeconds(wall);
  const exp = endOf(earned.value, issuedAt);
  if (exp <= issuedAt) return refuse('subject-token-invalid');

  const { issuer, audience } = ports.tokenSigner;
  const living = isSandbox(tenant) ? tenantIn(homeOf(tenant), await ports.generation()) : tenant;
  // A token of a sandbox ends with the generation that it is for, as it does with what earned it.
  const sec = isSandbox(tenant) ? [...earnedBy, living] : earnedBy;
  const token = await ports.tokenSigner.sign({
    ...{ iss: issuer, aud: audience, sub: subject, client_id: clientId, iat: issuedAt, exp },
    ...{ jti: base32(ports.random(16)), scope: scopes.join(' '), tenant: living, roles, person, sec },
  });
  return accept({
    ...{ access_token: token, token_type: 'Bearer' as const, expires_in: exp - issuedAt, scope: scopes.join(' ') },
    ...(until !== undefined && { issued_token_type: accessTokenType }),
  });
});
