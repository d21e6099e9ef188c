import type { ReadRevoked } from './revocable-tokens.ts';

const patienceMs = 2_000;

/** Reads what was revoked from the issuer's own document, which stands beside its keys. */
export const revokedDocument = (jwksUrl: string): ReadRevoked => {
  const url = new URL('revoked-credentials', jwksUrl);
  return async () => {
    const response = await fetch(url, { signal: AbortSignal.timeout(patienceMs) });
    const { revoked } = (await response.json()) as { readonly revoked?: unknown };
    if (!response.ok || !Array.isArray(revoked))
      throw new Error(`${url.href} answers ${response.status}, and no list.`);
    return revoked.map(String);
  };
};
