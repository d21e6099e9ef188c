import { base64url, hmac, sameSecret } from './crypto.ts';

/** A page that the caller asks for: the opaque cursor it was given, and how many items. */
export type CursorPage = {
  readonly cursor?: string | undefined;
  readonly limit: number;
  /** What the parameter is called that holds the cursor, where it is not `cursor`. */
  readonly named?: string;
};

/**
 * Makes cursors that survive inserts and cannot be taken elsewhere: the position is signed with the tenant's secret and
 * bound to the operation and its filter.
 */
export const cursorsOf = (secret: Uint8Array, scope: string) => {
  const macOf = (position: string): string => base64url(hmac(secret, 'cursor', scope, position).subarray(0, 12));
  return {
    encode: (position: string | undefined): string | undefined =>
      position === undefined ? undefined : `${base64url(Buffer.from(position))}.${macOf(position)}`,
    /** The position inside a cursor; undefined for one that is not ours or belongs to another list. */
    decode: (cursor: string): string | undefined => {
      const [body = '', mac = ''] = cursor.split('.');
      const position = Buffer.from(body, 'base64url').toString();
      return sameSecret(mac, macOf(position)) ? position : undefined;
    },
  };
};
