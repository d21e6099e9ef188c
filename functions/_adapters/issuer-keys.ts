import { createLocalJWKSet, type JSONWebKeySet, type JWTVerifyGetKey } from 'jose';
import { getJson } from './get-json.ts';

/** Reads the keys that an issuer publishes. */
export type ReadKeys = () => Promise<JSONWebKeySet>;

const patienceMs = 5_000;
/** Keys this old are read again before the next token is verified. */
const freshMs = 600_000;
/** A token of an unknown key makes us read again, but whoever invents keys cannot make us do so all the time. */
const cooldownMs = 30_000;

export const publishedKeys =
  (jwksUrl: string): ReadKeys =>
  async () => {
    const { status, body } = await getJson(new URL(jwksUrl), { patienceMs });
    if (status !== 200) throw new Error(`${jwksUrl} answers ${status}, and no keys.`);
    return body as JSONWebKeySet;
  };

/** An issuer's keys as jose asks for them: read when first needed, and again when they are old or lack one. */
export const issuerKeys = (read: ReadKeys, nowMs: () => number): JWTVerifyGetKey => {
  let last: { readonly find: JWTVerifyGetKey; readonly readAt: number } | undefined;
  let reading: Promise<JWTVerifyGetKey> | undefined;

  const readAgain = (): Promise<JWTVerifyGetKey> => {
    reading ??= read()
      .then((keys) => {
        last = { find: createLocalJWKSet(keys), readAt: nowMs() };
        return last.find;
      })
      .finally(() => {
        reading = undefined;
      });
    return reading;
  };
  const readSince = (ms: number): boolean => last !== undefined && nowMs() - last.readAt < ms;

  return async (header, token) => {
    const find = last !== undefined && readSince(freshMs) ? last.find : await readAgain();
    try {
      return await find(header, token);
    } catch (thrown) {
      if (Object(thrown).code !== 'ERR_JWKS_NO_MATCHING_KEY' || readSince(cooldownMs)) throw thrown;
      return (await readAgain())(header, token);
    }
  };
};
