import { compactVerify, createLocalJWKSet, type JSONWebKeySet } from 'jose';
import { canonicalJson } from '../../functions/_kit/record.ts';

/** Base64url has one right spelling per value; any other would let a statement be changed without breaking it. */
const isCanonical = (jws: string): boolean =>
  jws.split('.').every((part) => Buffer.from(part, 'base64url').toString('base64url') === part);

/** What a signed statement of one type says; undefined unless a key of the set signed exactly these bytes. */
export const openStatement = async (jws: unknown, type: string, jwks: JSONWebKeySet): Promise<unknown> => {
  if (typeof jws !== 'string' || !isCanonical(jws)) return undefined;
  try {
    const { payload, protectedHeader } = await compactVerify(jws, createLocalJWKSet(jwks), { algorithms: ['ES256'] });
    const text = new TextDecoder().decode(payload);
    const says: unknown = JSON.parse(text);
    return protectedHeader.typ === type && canonicalJson(says) === text ? says : undefined;
  } catch {
    return undefined;
  }
};
