import { compactVerify, createLocalJWKSet, type JSONWebKeySet } from 'jose';
import { canonicalJson } from '../../functions/_kit/record.ts';

/** Base64url has one right spelling per value; any other would let a statement be changed without breaking it. */
const isCanonical = (jws: string): boolean =>
  jws.split('.').every((part) => Buffer.from(part, 'base64url').toString('base64url') === part);

/** Opens a signed statement: what one of a type says, undefined unless a key of the set signed exactly these bytes. */
export type Opener = (jws: unknown, type: string) => Promise<unknown>;

/**
 * Opens statements by the keys of a set, as they are now. What has once been found to be signed is not checked again:
 * whether these bytes were signed by these keys can never change.
 */
export const opener = (jwks: JSONWebKeySet): Opener => {
  const keys = createLocalJWKSet(structuredClone(jwks));
  const genuine = new Map<string, unknown>();
  return async (jws, type) => {
    if (typeof jws !== 'string' || !isCanonical(jws)) return undefined;
    const known = `${type} ${jws}`;
    if (genuine.has(known)) return genuine.get(known);
    try {
      const { payload, protectedHeader } = await compactVerify(jws, keys, { algorithms: ['ES256'] });
      const text = new TextDecoder().decode(payload);
      const says: unknown = JSON.parse(text);
      if (protectedHeader.typ !== type || canonicalJson(says) !== text) return undefined;
      genuine.set(known, says);
      return says;
    } catch {
      return undefined;
    }
  };
};

/** Opens a single statement. */
export const openStatement = (jws: unknown, type: string, jwks: JSONWebKeySet): Promise<unknown> =>
  opener(jwks)(jws, type);
