import type { HttpRequest } from '../_kit/http/state.ts';
import { claimedTenant, exchangeGrant, exchangeRequestOf } from './exchange-request.ts';

/** Who asks for a token, and with what proof. */
export type Client = { readonly clientId: string | undefined; readonly secret: string | undefined };
export type TokenRequest = Client & {
  readonly grantType: string | undefined;
  readonly scope: string | undefined;
  /** Something stands twice, or two ways of proof are mixed (RFC 6749, 2.3 and 3.2). */
  readonly malformed: boolean;
};

const decoded = (text: string): string => decodeURIComponent(text.replaceAll('+', ' '));

/** RFC 6749, 2.3.1: both halves are form-encoded before they are joined and encoded. */
const basicOf = (header: string): Client | undefined => {
  const encoded = /^Basic ([A-Za-z0-9+/=]+)$/i.exec(header)?.[1];
  const text = Buffer.from(encoded ?? '', 'base64').toString('utf8');
  const colon = text.indexOf(':');
  if (encoded === undefined || colon < 0) return undefined;
  try {
    return { clientId: decoded(text.slice(0, colon)), secret: decoded(text.slice(colon + 1)) };
  } catch {
    return undefined;
  }
};

const fields = [
  ...['grant_type', 'client_id', 'client_secret', 'scope', 'subject_token', 'subject_token_type'],
  ...['requested_token_type', 'actor_token', 'actor_token_type'],
];

/** Reads a token request from its form; the client proves itself by Basic or by the form's own fields. */
export const tokenRequestOf = (body: string, authorization = ''): TokenRequest => {
  const form = new URLSearchParams(body);
  const field = (name: string): string | undefined => form.get(name) ?? undefined;
  const basic = basicOf(authorization);
  const named = field('client_id');
  const inForm = { clientId: named, secret: field('client_secret') };
  const mixed =
    authorization !== '' &&
    (inForm.secret !== undefined || (named !== undefined && basic !== undefined && named !== basic.clientId));
  return {
    ...(authorization === '' ? inForm : (basic ?? { clientId: undefined, secret: undefined })),
    grantType: field('grant_type'),
    scope: field('scope'),
    malformed: mixed || fields.some((name) => form.getAll(name).length > 1),
  };
};

const parts = /^([a-z0-9-]{3,40})\.(crd_[0-9a-hjkmnp-tv-z]{26})$/;
/** Whoever names no client is looked for all the same, so that it takes as long. */
const nobody = { tenant: 'nobody', credentialId: `crd_${'0'.repeat(26)}` };

/** The tenant and the credential that a client id names. */
export const clientOf = (clientId: string | undefined): typeof nobody => {
  const [, tenant, credentialId] = parts.exec(clientId ?? '') ?? [];
  return tenant === undefined || credentialId === undefined ? nobody : { tenant, credentialId };
};

/** The text of a body, whichever way the door passed it on. */
const textOf = ({ body = '', isBase64Encoded }: HttpRequest): string =>
  isBase64Encoded === true ? Buffer.from(body, 'base64').toString('utf8') : body;

/**
 * Whose token is asked for: the client id says it, or the ID token that is to be exchanged. Nothing of it is proved
 * yet; who grants the token looks again.
 */
export const tenantOfRequest = (event: HttpRequest): string => {
  const text = textOf(event);
  const { grantType, clientId } = tokenRequestOf(text, event.headers['authorization']);
  return grantType === exchangeGrant
    ? (claimedTenant(exchangeRequestOf(text).subjectToken) ?? nobody.tenant)
    : clientOf(clientId).tenant;
};
