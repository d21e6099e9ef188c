import { getJson } from './get-json.ts';
import type { ReadRevoked } from './revocable-tokens.ts';

const patienceMs = 2_000;

/** Reads what was revoked from the issuer's own document, which stands beside its keys. */
export const revokedDocument = (jwksUrl: string): ReadRevoked => {
  const url = new URL('revoked-credentials', jwksUrl);
  return async () => {
    const { status, body } = await getJson(url, { patienceMs });
    const { revoked } = body as { readonly revoked?: unknown };
    if (status !== 200 || !Array.isArray(revoked)) throw new Error(`${url.href} answers ${status}, and no list.`);
    return revoked.map(String);
  };
};
