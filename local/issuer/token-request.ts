import type { TokenRequest } from './issuer.ts';

/** RFC 6749, 2.3.1: both halves are form-encoded before they are joined and encoded. */
const basicOf = (header: string | undefined): readonly [string, string] | undefined => {
  const encoded = /^Basic ([A-Za-z0-9+/=]+)$/i.exec(header ?? '')?.[1];
  if (encoded === undefined) return undefined;
  const text = Buffer.from(encoded, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  if (colon < 0) return undefined;
  try {
    return [decodeURIComponent(text.slice(0, colon)), decodeURIComponent(text.slice(colon + 1))];
  } catch {
    return undefined;
  }
};

/** Reads a token request from its form; the client proves itself by Basic or by the form's own fields. */
export const tokenRequestOf = (body: string, authorization: string | undefined): TokenRequest => {
  const form = new URLSearchParams(body);
  const field = (name: string): string | undefined => form.get(name) ?? undefined;
  const basic = basicOf(authorization);
  return {
    grantType: field('grant_type'),
    clientId: basic?.[0] ?? field('client_id'),
    secret: basic?.[1] ?? field('client_secret'),
    scope: field('scope'),
  };
};
