import { accessTokenType, idTokenType } from '../../domain/partners/token/schema.ts';

/** RFC 8693, 2.1. */
export const exchangeGrant = 'urn:ietf:params:oauth:grant-type:token-exchange';

export type ExchangeRequest = {
  readonly subjectToken: string;
  /** Whether it exchanges an ID token for an access token, on nobody else's behalf. */
  readonly understood: boolean;
  /** For whom the token is wanted, by `audience` and `resource`. */
  readonly targets: readonly string[];
};

/** Reads the part of a token request that is an exchange's own. */
export const exchangeRequestOf = (body: string): ExchangeRequest => {
  const form = new URLSearchParams(body);
  const subjectToken = form.get('subject_token') ?? '';
  const understood =
    subjectToken !== '' &&
    form.get('subject_token_type') === idTokenType &&
    (form.get('requested_token_type') ?? accessTokenType) === accessTokenType &&
    !form.has('actor_token') &&
    !form.has('actor_token_type');
  return { subjectToken, understood, targets: [...form.getAll('audience'), ...form.getAll('resource')] };
};

/** The tenant that an ID token claims, before anything about it is believed; undefined where it claims none. */
export const claimedTenant = (idToken: string): string | undefined => {
  try {
    const claims: unknown = JSON.parse(Buffer.from(idToken.split('.')[1] ?? '', 'base64url').toString());
    const tenant: unknown = Object(claims)['custom:tenant'];
    return typeof tenant === 'string' && /^[a-z0-9-]{3,40}$/.test(tenant) ? tenant : undefined;
  } catch {
    return undefined;
  }
};
