import { createHash, createHmac, createSecretKey, hash, type KeyObject, timingSafeEqual } from 'node:crypto';

const crockford = '0123456789abcdefghjkmnpqrstvwxyz';

const keyObjects = new WeakMap<Uint8Array, KeyObject>();

/** Making a key of bytes takes four times as long as the MAC itself, so each secret is made into one once. */
const keyObjectOf = (secret: Uint8Array): KeyObject => {
  const known = keyObjects.get(secret) ?? createSecretKey(secret);
  keyObjects.set(secret, known);
  return known;
};

/** Keyed hash of some texts in their order. A secret never changes its bytes. */
export const hmac = (secret: Uint8Array, ...parts: readonly string[]): Uint8Array =>
  createHmac('sha256', keyObjectOf(secret)).update(JSON.stringify(parts)).digest();

/**
 * The first bytes of the same as base64url. The digest leaves node as text, for a Buffer takes longer to make than the
 * digest itself.
 */
export const keyedHash = (bytes: number, secret: Uint8Array, ...parts: readonly string[]): string => {
  const digest = createHmac('sha256', keyObjectOf(secret)).update(JSON.stringify(parts)).digest('binary');
  return Buffer.from(digest.slice(0, bytes), 'binary').toString('base64url');
};

export const sha256Hex = (text: string): string => hash('sha256', text, 'hex');

export const sha256Base64url = (text: string): string => hash('sha256', text, 'base64url');

/** SHA-256 of bytes that are written in hex. */
export const sha256OfHex = (hex: string): string => createHash('sha256').update(hex, 'hex').digest('hex');

export const base64url = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');

/** Compares two secrets of any length without telling by time where they differ. */
export const sameSecret = (a: string, b: string): boolean =>
  timingSafeEqual(createHash('sha256').update(a).digest(), createHash('sha256').update(b).digest());

/** Crockford base32 in lower case, most significant bit first: 128 bits become 26 characters. */
export const base32 = (bytes: Uint8Array): string => {
  let text = '';
  let held = 0;
  let bits = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += crockford[(held >> bits) & 31];
    }
    held &= (1 << bits) - 1;
  }
  return bits > 0 ? text + crockford[(held << (5 - bits)) & 31] : text;
};

/** An identifier of 128 bits with its kind in front; the same secret and parts give the same one for ever. */
export const deriveId = (prefix: string, secret: Uint8Array, ...parts: readonly string[]): string =>
  `${prefix}_${base32(hmac(secret, prefix, ...parts).subarray(0, 16))}`;
