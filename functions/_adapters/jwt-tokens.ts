import { hash } from 'node:crypto';
import { type JWTVerifyGetKey, jwtVerify } from 'jose';
import { epochSeconds } from '../_kit/clock.ts';
import type { Tokens, VerifiedToken } from '../_kit/platform.ts';
import { isSignal, raise } from '../_kit/signals.ts';

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

/** What a set of keys says of a token; whatever else it says, it says of itself. */
const ofTheToken = /^ERR_(JWKS_(NO|MULTIPLE)_MATCHING_KEYS?|JOSE_NOT_SUPPORTED)$/;

/** Keys that are out of reach are no verdict on a token: whoever brought it may come again. */
const reached =
  (keys: JWTVerifyGetKey): JWTVerifyGetKey =>
  async (...asked) => {
    try {
      return await keys(...asked);
    } catch (thrown) {
      if (ofTheToken.test(Object(thrown).code)) throw thrown;
      return raise({ signal: 'unavailable' }, thrown);
    }
  };

const toleranceSeconds = 5;
/** No token is given for longer, so one that says so was not made here, whoever signed it. */
const livesSeconds = 300;
const rememberedMax = 2_000;

type Proved = { readonly verified: VerifiedToken; readonly exp: number };

/**
 * Verifies access tokens (RFC 9068: `typ` at+jwt, ES256) of our own issuer. Keys come from the published set alone;
 * `jku`, `x5u` and `jwk` headers are never followed. A signature is checked once: what it proved is remembered under
 * the token’s hash until the token ends, for checking it is the dearest part of a refused request.
 */
export const jwtTokens = ({ issuer, audience, keys }: TokenRules, now: () => string): Tokens => {
  const remembered = new Map<string, Proved>();

  const prove = async (token: string): Promise<Proved | undefined> => {
    if (!isCanonical(token)) return undefined;
    const { payload } = await jwtVerify(token, reached(keys), {
      issuer,
      audience,
      typ: 'at+jwt',
      algorithms: ['ES256'],
      requiredClaims: ['sub', 'exp', 'tenant'],
      maxTokenAge: livesSeconds,
      clockTolerance: toleranceSeconds,
      currentDate: new Date(now()),
    });
    const { tenant, sub = '', exp = 0, iat = 0 } = payload;
    if (exp - iat > livesSeconds) return undefined;
    if (typeof tenant !== 'string' || !/^[a-z0-9-]{3,40}$/.test(tenant)) return undefined;
    const roles = textsOf(payload['roles']);
    const kind = payload['person'] === true ? 'person' : 'partner';
    const actor = { kind, id: sub, roles, scopes: textsOf(payload['scope']) } as const;
    // `<tenant>.<credential>`, and the secret that the client proved to know.
    const earnedBy = [sub.slice(sub.indexOf('.') + 1), ...textsOf(payload['sec'])];
    return { verified: { tenant, actor, earnedBy }, exp };
  };

  const remember = (name: string, proved: Proved): Proved => {
    remembered.set(name, proved);
    const [oldest] = remembered.size > rememberedMax ? remembered.keys() : [];
    if (oldest !== undefined) remembered.delete(oldest);
    return proved;
  };

  return {
    verify: async (token) => {
      const name = hash('sha256', token, 'base64url');
      try {
        const known = remembered.get(name);
        const proved = known ?? (await prove(token));
        if (proved === undefined || epochSeconds(now()) >= proved.exp + toleranceSeconds) return undefined;
        return (known ?? remember(name, proved)).verified;
      } catch (thrown) {
        if (isSignal(thrown)) throw thrown;
        return undefined;
      }
    },
  };
};
