import { type JWTVerifyGetKey, jwtVerify } from 'jose';
import type { Tokens } from '../_kit/platform.ts';

export type TokenRules = { readonly issuer: string; readonly audience: string; readonly keys: JWTVerifyGetKey };

/**
 * Base64url has one right spelling per value; jose also reads others, so a token is compared with its own re-encoding.
 */
const isCanonical = (token: string): boolean =>
  token.split('.').every((part) => Buffer.from(part, 'base64url').toString('base64url') === part);

const textsOf = (claim: unknown): readonly string[] =>
  Array.isArray(claim)
    ? claim.filter((one) => typeof one === 'string')
    : typeof claim === 'string'
      ? claim.split(' ')
      : [];

/**
 * Verifies access tokens (RFC 9068: `typ` at+jwt, ES256) of our own issuer. Keys come from the published set alone;
 * `jku`, `x5u` and `jwk` headers are never followed.
 */
export const jwtTokens = ({ issuer, audience, keys }: TokenRules, now: () => string): Tokens => ({
  verify: async (token) => {
    if (!isCanonical(token)) return undefined;
    try {
      const { payload } = await jwtVerify(token, keys, {
        issuer,
        audience,
        typ: 'at+jwt',
        algorithms: ['ES256'],
        requiredClaims: ['sub', 'exp', 'iat', 'tenant'],
        clockTolerance: 5,
        currentDate: new Date(now()),
      });
      const { tenant, sub = '' } = payload;
      if (typeof tenant !== 'string' || !/^[a-z0-9-]{3,40}$/.test(tenant)) return undefined;
      const roles = textsOf(payload['roles']);
      const kind = payload['person'] === true ? 'person' : 'partner';
      const actor = { kind, id: sub, roles, scopes: textsOf(payload['scope']) } as const;
      // `<tenant>.<credential>`, and the secret that the client proved to know.
      const earnedBy = [sub.slice(sub.indexOf('.') + 1), ...textsOf(payload['sec'])];
      return { tenant, actor, earnedBy };
    } catch {
      return undefined;
    }
  },
});
