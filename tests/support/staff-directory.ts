import { createLocalJWKSet, exportJWK, generateKeyPair, type JWTHeaderParameters, SignJWT } from 'jose';
import { staffTokens } from '../../functions/_adapters/staff-tokens.ts';

export const poolIssuer = 'https://cognito-idp.eu-central-1.amazonaws.com/eu-central-1_Bindery1';
export const appClient = '5k3m9q1v7t2x8r4w6y0z1a2b3c';
export const annSubject = '0b1f9a52-6f0e-4c52-9a57-0d3c3c2f8a11';

export type IdTokenWish = {
  /** Changes what the token says; undefined takes a claim out. */
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly header?: Partial<JWTHeaderParameters>;
  /** Another key than the pool's. */
  readonly by?: CryptoKey | Uint8Array;
};

/** A user pool with a key of its own, whose ID tokens look like Cognito's; the adapter is the real one. */
export const aStaffDirectory = async (wall: () => string) => {
  const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true });
  const published = { ...(await exportJWK(publicKey)), kid: 'pool-1', alg: 'RS256', use: 'sig' };
  const idToken = ({ claims = {}, header = {}, by = privateKey }: IdTokenWish = {}): Promise<string> => {
    const at = Date.parse(wall()) / 1000;
    return new SignJWT({
      ...{ sub: annSubject, iss: poolIssuer, aud: appClient, token_use: 'id', auth_time: at, iat: at, exp: at + 300 },
      ...{ 'custom:tenant': 'shop-a', 'cognito:groups': ['claims_approver'], 'cognito:username': annSubject },
      ...{ jti: 'd5b0c0de-1111-4222-8333-444455556666', email: 'ann@insurer.test', ...claims },
    })
      .setProtectedHeader({ alg: 'RS256', kid: 'pool-1', ...header })
      .sign(by);
  };
  const directory = staffTokens({
    issuer: poolIssuer,
    clientId: appClient,
    keys: createLocalJWKSet({ keys: [published] }),
  });
  return { directory, idToken, published };
};

/** Somebody who has no key of the pool's tries to come in. */
export const aForger = async () => (await generateKeyPair('RS256')).privateKey;

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A token that proves itself by nothing. */
export const unsigned = (claims: object): string => `${part({ alg: 'none', typ: 'JWT' })}.${part(claims)}.`;

/** The form that exchanges an ID token. */
export const exchangeForm = (idToken: string, more: Readonly<Record<string, string>> = {}): string =>
  new URLSearchParams({
    grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
    subject_token: idToken,
    subject_token_type: 'urn:ietf:params:oauth:token-type:id_token',
    ...more,
  }).toString();
