import { errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';
import type { StaffDirectory, StaffIdentity } from '../_kit/services.ts';

export type StaffRules = { readonly issuer: string; readonly clientId: string; readonly keys: JWTVerifyGetKey };

/** A platform that is connected to no directory. */
export const noStaff: StaffDirectory = { clientId: undefined, identify: async () => undefined };

const toleranceSeconds = 5;
/** Whatever the directory is set to, a token is exchanged soon after it was made, or who was removed stays too long. */
const freshSeconds = 15 * 60;

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const tenantName = /^[a-z0-9-]{3,40}$/;

const textsOf = (claim: unknown): readonly string[] =>
  Array.isArray(claim) ? claim.filter((one) => typeof one === 'string') : [];

/**
 * Cognito gives a token only after the second factor, for the pool demands one of everybody; it is about to say so in
 * `amr` as well, and what it says counts. It demands none of people of another house (`identities`): their house would
 * have to, which nothing in the token proves.
 */
const hadSecondFactor = ({ amr, identities }: JWTPayload): boolean =>
  identities === undefined && (amr === undefined || textsOf(amr).includes('mfa'));

const identityIn = (payload: JWTPayload, clientId: string): StaffIdentity | undefined => {
  const { sub = '', aud, exp = 0 } = payload;
  const isOurs = payload['token_use'] === 'id' && aud === clientId && uuid.test(sub);
  if (!isOurs || !hadSecondFactor(payload)) return undefined;
  const tenant = payload['custom:tenant'];
  return {
    subject: sub,
    tenant: typeof tenant === 'string' && tenantName.test(tenant) ? tenant : undefined,
    groups: textsOf(payload['cognito:groups']),
    until: exp,
  };
};

const ofTheToken = [
  ...[errors.JWTExpired, errors.JWTClaimValidationFailed, errors.JWTInvalid, errors.JWSInvalid],
  ...[errors.JWSSignatureVerificationFailed, errors.JOSEAlgNotAllowed, errors.JOSENotSupported],
  ...[errors.JWKSNoMatchingKey, errors.JWKSMultipleMatchingKeys],
];

/**
 * Verifies ID tokens of a Cognito user pool (RS256). Keys come from the pool's published set alone; `jku`, `x5u` and
 * `jwk` headers are never followed. Keys that cannot be read say nothing of a token: that is thrown.
 */
export const staffTokens = ({ issuer, clientId, keys }: StaffRules): StaffDirectory => ({
  clientId,
  identify: async (idToken, wall) => {
    try {
      const { payload } = await jwtVerify(idToken, keys, {
        issuer,
        audience: clientId,
        algorithms: ['RS256'],
        requiredClaims: ['sub', 'exp', 'iat'],
        maxTokenAge: freshSeconds,
        clockTolerance: toleranceSeconds,
        currentDate: new Date(wall),
      });
      return identityIn(payload, clientId);
    } catch (thrown) {
      if (ofTheToken.some((fault) => thrown instanceof fault)) return undefined;
      throw thrown;
    }
  },
});
